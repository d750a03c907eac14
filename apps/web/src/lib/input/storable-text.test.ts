import { expect, test } from 'vitest'

import { storableLine, storableText } from './storable-text'

test('a name is composed and trimmed before its length counts', () => {
  expect(storableLine().min(1).max(4).parse(' Cafe\u0301 ')).toBe('Caf\u00e9')
})

test.each(['\u202egpj.exe', '\u200b', '\u00ad', '\u200c', 'a\nb', 'a\0', 'a\ud800'])(
  'a name refuses %j',
  (name) => {
    expect(storableLine().safeParse(name).success).toBe(false)
  },
)

test('a line break counts once, though forms send two characters', () => {
  expect(storableText().max(3).parse('a\r\nb')).toBe('a\nb')
})

test('longer text may be empty and have lines and direction marks', () => {
  for (const text of ['', 'a\n\tb', '\u05d0\u200e(1)']) expect(storableText().parse(text)).toBe(text)
  expect(storableText().safeParse('a\u2067b').success).toBe(false)
})
