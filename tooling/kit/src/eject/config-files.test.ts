import { expect, it } from 'vitest'
import { pruneJson, pruneSettings } from './config-files'

const isGone = (text: string) => /gone/i.test(text)

it('takes a script and an item out of JSON, and leaves its layout', () => {
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

it('takes a setting and its comments out of a list', () => {
  const text = '# What it is.\nKEPT=1\n# What is gone.\n# In two lines.\nGONE=2\n\n# Another.\nLAST=\n'
  expect(pruneSettings(text, isGone)).toBe('# What it is.\nKEPT=1\n\n# Another.\nLAST=\n')
})
