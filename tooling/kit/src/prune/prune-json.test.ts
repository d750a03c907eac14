import { expect, it } from 'vitest'
import { pruneJson } from './prune-json'

const isGone = (text: string) => /gone/i.test(text)

it('removes a script and an item from JSON and keeps its layout', () => {
  const text = `{
  "scripts": {
    "dev": "next dev",
    "dev:gone": "next dev"
  },
  "files": ["a", "src/gone.ts"],
  "rules": { "x": "off" }
}
`
  expect(pruneJson('package.json', text, isGone)).toBe(`{
  "scripts": {
    "dev": "next dev"
  },
  "files": ["a" ],
  "rules": { "x": "off" }
}
`)
})
