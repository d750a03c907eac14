import { describe, expect, it } from 'vitest'

import { explain } from '@/features/lab/find/find'
import { lessons } from '@/features/lab/lessons/lessons'

import { lessonCode } from './lesson-code'

const code = lessonCode()

/** Lines that make the mistake. If it is a missing check: from the line before the gap to the end of the next statement. */
const found: Readonly<Record<string, number[]>> = {
  'no-validation': [5, 6],
  'no-authentication': [3, 4, 5, 6],
  'no-ownership': [4, 5, 6, 7],
  'no-membership': [6, 7, 8, 9, 10, 11, 12, 13, 14],
  'no-role': [4, 5, 6, 7, 8],
  'no-permission': [4, 5, 6, 7],
  'no-rate-limit': [3, 4, 5],
  'captured-secret': [13, 14],
  'mass-assignment': [5, 6],
  'page-only': [4, 5, 6, 7, 8],
  'believed-ids': [4, 5, 6, 7, 8, 9, 10],
  'internal-errors': [12],
  'exported-helper': [9, 10],
  'foreign-site': [6],
  robots: [3, 4, 5, 6, 7],
}

describe.each(lessons)('lesson $slug', ({ slug, find, fixes }) => {
  const text = code[slug]?.mistake?.code ?? ''
  const answers = text
    .split('\n')
    .flatMap((line, index) =>
      line.trim() === '' ? [] : [{ line: index + 1, ...explain(find, text, index + 1) }],
    )

  it('has lines to find by the same rule as the others', () => {
    expect(answers.filter(({ right }) => right).map(({ line }) => line)).toEqual(found[slug])
  })

  it('explains every line, and no line that is gone', () => {
    expect(answers.filter(({ text }) => text === '')).toEqual([])
    const known = [...find.right, ...find.others].map(([part]) => part)
    expect(known.filter((part) => !text.includes(part))).toEqual([])
  })

  it('has four chains to choose from', () => {
    expect(fixes.attacks.length).toBeGreaterThan(0)
    expect(new Set(code[slug]?.chains.map(({ code }) => code)).size).toBe(4)
  })
})
