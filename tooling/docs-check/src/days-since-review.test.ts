import { expect, it } from 'vitest'
import { daysSinceReview } from './days-since-review'
import { readFile } from './repository'

const reviewed = 'The table was last reviewed on 2026-11-01. More text.'

it.each([
  ['2026-11-01T00:00:00Z', 0],
  ['2026-11-01T23:59:59Z', 0],
  ['2026-11-15T00:00:00Z', 14],
  ['2026-11-16T00:00:00Z', 15],
])('at %s the review is %i days old', (now, days) => {
  expect(daysSinceReview(reviewed, new Date(now))).toBe(days)
})

it.each([
  ['no date', 'Nothing was reviewed.'],
  ['an invalid day', 'last reviewed on 2026-13-41'],
  ['a future day', 'last reviewed on 2026-12-24'],
])('%s is an error', (_label, markdown) => {
  expect(() => daysSinceReview(markdown, new Date('2026-11-28T12:00:00Z'))).toThrow('SECURITY.md')
})

it('SECURITY.md states a date', () => {
  expect(daysSinceReview(readFile('SECURITY.md'), new Date('2999-01-01T00:00:00Z'))).toBeGreaterThan(0)
})
