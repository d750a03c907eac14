import { expect, test } from 'vitest'
import { nameInMail } from './name-in-mail'

test.each([
  ['Acme', 'Acme'],
  ["  O'Neill & Söhne, Inc.  ", "O'Neill & Söhne, Inc."],
  ['J. R. R. Tolkien', 'J. R. R. Tolkien'],
  ['Founded 1984, 2nd floor', 'Founded 1984, 2nd floor'],
  ['two\nlines\tof it', 'two lines of it'],
  ['\u202etxt.exe', undefined],
  ['<b>Bold</b>', undefined],
  ['\u0646\u0627\u0645\u0647\u200c\u0627\u06cc', '\u0646\u0627\u0645\u0647\u200c\u0627\u06cc'],
  ['👩‍👩‍👧', '👩‍👩‍👧'],
  ['x'.repeat(100), `${'x'.repeat(59)}…`],
])('%j becomes %j', (name, shown) => {
  expect(nameInMail(name)).toBe(shown)
})

test.each([
  'Pay at evil.example',
  'https://evil',
  'www.evil.example',
  'evil。example',
  'evil．example',
  'mail me@evil',
  'javascript:/x',
  'a\\b',
  'пример.рф',
  '1.2.3.4',
  '',
  ' \u200b ',
  '\u200d',
  '\u00ad',
  '\u3164',
  '\u2800',
  'evil.\u200dexample',
  'Your parcel waits: call +1 (202) 555-0143',
  'Ring ٠١٢٣ ٤٥٦٧',
])('%j is left out', (name) => {
  expect(nameInMail(name)).toBeUndefined()
})
