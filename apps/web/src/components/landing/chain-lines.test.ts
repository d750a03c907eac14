import { readFileSync } from 'node:fs'

import { expect, it } from 'vitest'

import { chainLines } from './chain-lines'

it('matches the source', () => {
  const source = readFileSync(new URL('../../features/tasks/actions.ts', import.meta.url), 'utf8')
  expect(source).toContain(chainLines.map(({ code }) => code).join('\n'))
})
