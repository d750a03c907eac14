import { expect, test } from 'vitest'

import { formatDay, todayInUtc } from './format-day'

const today = new Date('2026-03-01T12:00:00Z')

test('the year is told only when it is another one', () => {
  expect(formatDay('2026-03-12', today)).toBe('Mar 12')
  expect(formatDay('2027-03-12', today)).toBe('Mar 12, 2027')
})

test('a day stays the same day wherever it is read', () => {
  expect(formatDay('2026-03-12T00:00:00.000Z', today)).toBe('Mar 12')
  expect(formatDay('2026-03-12T23:59:59.999Z', today)).toBe('Mar 12')
  expect(todayInUtc(new Date('2026-03-01T23:59:59-05:00'))).toBe('2026-03-02')
})
