import { expect, it } from 'vitest'
import { percentile } from './percentile'

const hundred = Array.from({ length: 100 }, (_, index) => 100 - index)

it.each([
  [0, 1],
  [0.5, 50],
  [0.95, 95],
  [1, 100],
])('the share %d of 1 to 100 is %d', (share, value) => {
  expect(percentile(hundred, share)).toBe(value)
})

it('returns the middle one of three', () => {
  expect(percentile([9, 1, 5], 0.5)).toBe(5)
})

it('throws for an empty list', () => {
  expect(() => percentile([], 0.5)).toThrow(RangeError)
})
