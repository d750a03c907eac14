import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rules } from './rules/rules'
import { auditedMistakes, eslintMistakes, lintedMistakes, markedMistakes } from './testing/control-group'

const folder = join(import.meta.dirname, '../fixtures/unguarded')

describe('an app with every mistake that can be seen in source', () => {
  const marked = markedMistakes(folder).toSorted()

  it('has each mistake that there is a rule for', () => {
    const made = new Set(marked.map((mark) => mark.split(' ')[1]))
    expect([...made].toSorted()).toEqual(rules.map(({ name }) => name).toSorted())
  })

  it('hides none of them from the audit, which finds no others', () => {
    expect(auditedMistakes(folder)).toEqual(marked)
  })

  it('hides none of them from oxlint, which finds no others', () => {
    expect(lintedMistakes(folder)).toEqual(marked)
  })
  it('hides none of them from ESLint, which finds no others', async () => {
    expect(await eslintMistakes(folder)).toEqual(marked)
  })
})
