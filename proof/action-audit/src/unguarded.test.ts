import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rules } from './rules/rules'
import { auditedMistakes, eslintMistakes, lintedMistakes, markedMistakes } from './testing/control-group'

const folder = join(import.meta.dirname, '../fixtures/unguarded')

describe('an app with every mistake that source code can show', () => {
  const marked = markedMistakes(folder).toSorted()

  it('has a mistake for every rule', () => {
    const made = new Set(marked.map((mark) => mark.split(' ')[1]))
    expect([...made].toSorted()).toEqual(rules.map(({ name }) => name).toSorted())
  })

  it('has exactly the marked mistakes for the audit', () => {
    expect(auditedMistakes(folder)).toEqual(marked)
  })

  it('has exactly the marked mistakes for oxlint', () => {
    expect(lintedMistakes(folder)).toEqual(marked)
  })
  it('has exactly the marked mistakes for ESLint', async () => {
    expect(await eslintMistakes(folder)).toEqual(marked)
  })
})
