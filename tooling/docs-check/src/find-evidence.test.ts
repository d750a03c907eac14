import { expect, it } from 'vitest'
import { hasTitle } from './find-evidence'

it.each([
  ["it('refuses a stranger')", 'refuses a stranger', true],
  ['test(`refuses ${role}: ${way}`)', 'refuses ${role}', true],
  ["it('refuses a stranger twice')", 'refuses a stranger', false],
  ['// refuses a stranger', 'refuses a stranger', false],
])('%s has the title %s: %s', (source, title, has) => {
  expect(hasTitle(source, title)).toBe(has)
})
