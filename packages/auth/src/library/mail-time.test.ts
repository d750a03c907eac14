import { expect, it } from 'vitest'
import { mailTime } from './mail-time'

const at = new Date('2026-11-29T23:05:00Z')
const plain = (text: string) => text.replaceAll(/\s/g, ' ')

it.each([
  [null, null, '2026-11-29 23:05 UTC'],
  [null, 'Europe/Berlin', 'Nov 30, 2026, 12:05 AM GMT+1'],
  ['en-GB', null, '29 Nov 2026, 23:05 UTC'],
  ['de-DE', 'Europe/Berlin', '30. Nov. 2026, 00:05 MEZ'],
  ['en-GB', 'Mars/Olympus', 'Nov 29, 2026, 11:05 PM UTC'],
])('in %j and %j: %s', (locale, timeZone, text) => {
  expect(plain(mailTime(at, { locale, timeZone }))).toBe(text)
})
