import { expect, test } from 'vitest'

import { listSummary } from './list-summary'

test.each([
  [{ first: 1, total: 1, isEstimate: false }, 1, '1 note'],
  [{ first: 1, total: 3, isEstimate: false }, 3, '3 notes'],
  [{ first: 1, total: 184, isEstimate: false }, 20, '1–20 of 184 notes'],
  [{ first: 181, total: 184, isEstimate: false }, 4, '181–184 of 184 notes'],
  [{ first: 21, total: 21, isEstimate: false }, 1, '21 of 21 notes'],
  [{ first: 981, total: 1000, isEstimate: false }, 20, '981–1,000 of 1,000 notes'],
  [{ first: 1, total: 12_345, isEstimate: true }, 20, '1–20 of about 12,000 notes'],
  [{ first: null, total: 1001, isEstimate: true }, 20, '20 of about 1,000 notes'],
])('%j with %i shown: %s', (range, shown, text) => {
  expect(listSummary(range, shown, ['note', 'notes'])).toBe(text)
})

test('numbers are written as the reader prefers', () => {
  const range = { first: 981, total: 12_000, isEstimate: false }
  expect(listSummary(range, 20, ['note', 'notes'], 'de-DE')).toBe('981–1.000 of 12.000 notes')
})
