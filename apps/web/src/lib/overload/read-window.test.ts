import { expect, test } from 'vitest'

import { ReadWindow } from './read-window'

test('refuses reads over the limit until the minute ends, separately for each key', () => {
  const reads = new ReadWindow()
  expect([1, 2, 3].map(() => reads.take('a', 2, 1000))).toEqual([0, 0, 60])
  expect(reads.take('b', 2, 31_000)).toBe(0)
  expect(reads.take('a', 2, 31_000)).toBe(30)
  expect(reads.take('a', 2, 61_000)).toBe(0)
})

test('invented keys share one count', () => {
  const reads = new ReadWindow()
  for (let key = 0; key < 10_000; key += 1) reads.take(String(key), 2, 0)
  expect(['x', 'y', 'z'].map((key) => reads.take(key, 2, 0))).toEqual([0, 0, 60])
  expect(reads.take('1', 2, 0)).toBe(0)
})
