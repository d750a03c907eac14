import { expect, test } from 'vitest'

import { lessons } from '../lessons/lessons'
import { letters } from './question'
import { questions } from './questions'

test('the right answer is rarely the longest, so its length gives nothing away', () => {
  const longest = questions.filter(({ answers, right }) =>
    letters.every((letter) => answers[letter].length <= answers[right].length),
  )
  expect(longest.map(({ id }) => id).length).toBeLessThanOrEqual(3)
})

test('each question is about a lesson, and has its own reason for each answer', () => {
  for (const { lesson, why } of questions) {
    expect(lessons.map(({ slug }) => slug)).toContain(lesson)
    expect(new Set(Object.values(why)).size).toBe(letters.length)
  }
})
