import { describe, expect, test } from 'vitest'

import { addDays, dayIn, startOfDay } from './calendar'
import { dateSettingsOf } from './date-settings'
import { formatLocales } from './format-locales'
import { timeZones } from './time-zones'
import { formatDate, formatDateTime, formatDay, formatTime } from './format-date'

const losAngeles = dateSettingsOf('America/Los_Angeles', 'en-US')
const auckland = dateSettingsOf('Pacific/Auckland', 'en-US')
const unknown = dateSettingsOf(undefined, null)
// 5:30 PM on March 12 in Los Angeles, 1:30 PM on March 13 in Auckland.
const now = new Date('2026-03-13T00:30:00Z')
const plain = (text: string) => text.replaceAll(/\s/g, ' ')

describe('today', () => {
  test('is the local day', () => {
    expect(dayIn('America/Los_Angeles', now)).toBe('2026-03-12')
    expect(dayIn('Pacific/Auckland', now)).toBe('2026-03-13')
    expect(dayIn('Pacific/Auckland', new Date('2026-03-12T10:59:59Z'))).toBe('2026-03-12')
    expect(dayIn('Pacific/Auckland', new Date('2026-03-12T11:00:00Z'))).toBe('2026-03-13')
    expect(dayIn('America/Los_Angeles', new Date('2026-03-13T06:59:59Z'))).toBe('2026-03-12')
    expect(dayIn('America/Los_Angeles', new Date('2026-03-13T07:00:00Z'))).toBe('2026-03-13')
  })

  test.each([
    ['2026-03-12', 'America/Los_Angeles', '2026-03-12T07:00:00.000Z'],
    ['2026-03-12', 'Pacific/Auckland', '2026-03-11T11:00:00.000Z'],
    ['2026-03-12', 'UTC', '2026-03-12T00:00:00.000Z'],
    // Days on which clocks change.
    ['2026-03-08', 'America/Los_Angeles', '2026-03-08T08:00:00.000Z'],
    ['2026-03-09', 'America/Los_Angeles', '2026-03-09T07:00:00.000Z'],
    ['2026-04-05', 'Pacific/Auckland', '2026-04-04T11:00:00.000Z'],
    ['2026-04-06', 'Pacific/Auckland', '2026-04-05T12:00:00.000Z'],
  ])('%s in %s starts at %s', (day, timeZone, start) => {
    expect(startOfDay(day, timeZone).toISOString()).toBe(start)
    expect(dayIn(timeZone, new Date(start))).toBe(day)
  })

  test('days are added across months and clock changes', () => {
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01')
    expect(addDays('2026-03-09', -2)).toBe('2026-03-07')
  })
})

describe('formatting', () => {
  test('an instant is shown in local time', () => {
    expect(plain(formatDateTime(now, losAngeles, now))).toBe('Mar 12, 5:30 PM')
    expect(plain(formatDateTime(now, auckland, now))).toBe('Mar 13, 1:30 PM')
    expect(formatDate(now, losAngeles, now)).toBe('Mar 12')
    expect(formatDate(now, auckland, now)).toBe('Mar 13')
  })

  test('an unknown time zone says UTC', () => {
    expect(plain(formatDateTime(now, unknown, now))).toBe('Mar 13, 12:30 AM UTC')
    expect(plain(formatTime(now, unknown))).toBe('12:30:00 AM UTC')
    expect(formatDate(now, unknown, now)).toBe('Mar 13 UTC')
  })

  test('a calendar day is the same in every time zone', () => {
    for (const settings of [losAngeles, auckland, unknown])
      expect(formatDay('2026-03-12', settings, now)).toBe('Mar 12')
  })

  test('the year is shown when it is another one, by the local calendar', () => {
    const newYear = new Date('2026-12-31T12:00:00Z')
    expect(formatDay('2026-12-31', losAngeles, newYear)).toBe('Dec 31')
    expect(formatDay('2026-12-31', auckland, newYear)).toBe('Dec 31, 2026')
    expect(formatDate(new Date('2026-12-31T23:00:00Z'), losAngeles, newYear)).toBe('Dec 31')
  })

  test('the locale is the browser’s', () => {
    const british = dateSettingsOf('Europe/London', 'en-GB,en;q=0.9')
    expect(plain(formatDateTime(new Date('2026-03-12T14:05:00Z'), british, now))).toBe('12 Mar, 14:05')
  })
})

describe('settings', () => {
  test.each([
    undefined,
    '',
    'Mars/Olympus',
    '+05:00',
    '../../etc/passwd',
    'America/Los_Angeles; Path=/',
    '<script>',
    '__proto__',
  ])('time zone %j falls back to UTC', (cookie) => {
    expect(dateSettingsOf(cookie, null)).toMatchObject({ timeZone: 'UTC', isFallback: true })
  })

  test.each([null, '', '*', 'x', 'xx-YY-zz', 'en-US-u-nu-arab-ca-buddhist', '%00'])(
    'language %j falls back to American English',
    (header) => {
      expect(dateSettingsOf(undefined, header).locale).toBe('en-US')
    },
  )

  test('what a person chose replaces what the browser says', () => {
    const chosen = { timeZone: 'Asia/Tokyo', locale: 'de-DE' }
    expect(dateSettingsOf('Europe/London', 'en-GB', chosen)).toEqual({ ...chosen, isFallback: false })
    expect(dateSettingsOf(undefined, 'en-GB', { timeZone: 'Asia/Tokyo', locale: null })).toEqual({
      timeZone: 'Asia/Tokyo',
      locale: 'en-GB',
      isFallback: false,
    })
    const unknown = { timeZone: 'Mars/Olympus', locale: 'xx-XX' }
    expect(dateSettingsOf('Europe/London', 'en-GB', unknown)).toEqual(
      dateSettingsOf('Europe/London', 'en-GB'),
    )
  })

  test('every choice is accepted', () => {
    for (const timeZone of timeZones)
      expect(dateSettingsOf(undefined, null, { timeZone, locale: null }).isFallback).toBe(false)
    for (const locale of formatLocales)
      expect(dateSettingsOf(undefined, null, { timeZone: null, locale }).locale).toBe(locale)
  })

  test('values that are too long are ignored', () => {
    expect(dateSettingsOf('A'.repeat(5000), `${'a,'.repeat(5000)}de`)).toEqual(
      dateSettingsOf(undefined, null),
    )
  })

  test('the first language Intl knows is used', () => {
    expect(dateSettingsOf(undefined, '*, en-NZ;q=0.8, de').locale).toBe('en-NZ')
  })
})
