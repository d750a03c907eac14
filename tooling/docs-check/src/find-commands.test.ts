import { expect, it } from 'vitest'
import { parseDocument } from './document'
import { pnpmCommands, runsScript } from './find-commands'

const known = new Map([
  ['', new Set(['test'])],
  ['web', new Set(['build'])],
])

it.each([
  ['npx pnpm test', true],
  ['pnpm test --list', true],
  ['pnpm run test', true],
  ['npx pnpm --silent test --list', true],
  ['pnpm install', true],
  ['pnpm --filter web build', true],
  ['pnpm --filter web test', false],
  ['pnpm --filter mobile build', false],
  ['pnpm tset', false],
])('%s: %s', (command, runs) => {
  expect(runsScript(command, known)).toBe(runs)
})

it('commands are found between backticks and in shell blocks', () => {
  const markdown = '`pnpm test` and `pnpm`\n\n```sh\nPORT=1 npx pnpm dev\nls\n```\n\n```ts\npnpm build\n```\n'
  expect(pnpmCommands(parseDocument(markdown))).toEqual(['pnpm test', 'npx pnpm dev'])
})
