import { expect, test } from 'vitest'

import { tooLongMessage, tooShortMessage } from './validity-message'

// An emoji is one code point and two UTF-16 units.
test.each([
  ['😀'.repeat(200), ''],
  ['😀'.repeat(201), 'Use 200 characters or fewer. This has 201.'],
])('too long counts code points', (text, message) => {
  expect(tooLongMessage(text, 200)).toBe(message)
})

test.each([
  ['😀'.repeat(11), 'Use 12 characters or more.'],
  ['😀'.repeat(12), ''],
  ['', ''],
])('too short counts code points', (text, message) => {
  expect(tooShortMessage(text, 12)).toBe(message)
})
