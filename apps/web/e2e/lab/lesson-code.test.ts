import { describe, expect, it } from 'vitest'

import { explain } from '@/features/lab/find/find'
import { lessons } from '@/features/lab/lessons/lessons'

import { lessonCode } from './lesson-code'

const code = lessonCode()

describe.each(lessons)('lesson $slug', ({ slug, find, fixes }) => {
  const lines = code[slug]?.mistake?.code.split('\n') ?? []

  it('has a line to find, and says of every other line why it is wrong', () => {
    const answers = lines
      .filter((line) => line.trim() !== '')
      .map((line) => ({ line, ...explain(find, line) }))
    expect(new Set(answers.map(({ right }) => right))).toEqual(new Set([true, false]))
    expect(answers.filter(({ text }) => text === '')).toEqual([])
  })

  it('has four chains to choose from', () => {
    expect(fixes.attacks.length).toBeGreaterThan(0)
    expect(new Set(code[slug]?.chains.map(({ code }) => code)).size).toBe(4)
  })
})
