import { describe, expect, test } from 'vitest'

import { activityQuerySchema, boundsOf, rangeOf } from './query'

const now = new Date('2026-05-20T13:37:00Z')
const range = (since?: string, until?: string) => {
  const found = rangeOf({ since, until }, 'UTC', now)
  return [found.since.toISOString().slice(0, 10), found.until.toISOString().slice(0, 10), found.stepSeconds]
}

describe('rangeOf', () => {
  test('defaults to two weeks including today', () => {
    expect(range()).toEqual(['2026-05-07', '2026-05-21', 86_400])
  })

  test('includes the last day and counts short ranges by the hour', () => {
    expect(range('2026-05-18', '2026-05-19')).toEqual(['2026-05-18', '2026-05-20', 3600])
  })

  test('is limited to the days refusals are kept', () => {
    expect(range('2001-01-01', '2199-01-01')).toEqual(['2026-02-20', '2026-05-21', 86_400])
  })

  test.each([
    ['2026-05-20', '2026-05-01'],
    ['2199-01-01', undefined],
    [undefined, '2001-01-01'],
  ])('from %s to %s never ends before it starts', (since, until) => {
    const found = rangeOf({ since, until }, 'UTC', now)
    expect(found.since.getTime()).toBeLessThanOrEqual(found.until.getTime())
  })
})

test.each([
  ['America/Los_Angeles', '2026-05-20T06:30:00Z', '2026-05-06T07:00:00.000Z', '2026-05-20T07:00:00.000Z'],
  ['Pacific/Auckland', '2026-05-20T12:30:00Z', '2026-05-07T12:00:00.000Z', '2026-05-21T12:00:00.000Z'],
])('in %s at %s the default range starts and ends at local midnight', (timeZone, at, since, until) => {
  const found = rangeOf({ since: undefined, until: undefined }, timeZone, new Date(at))
  expect([found.since.toISOString(), found.until.toISOString()]).toEqual([since, until])
})

test('chosen days start and end at local midnight', () => {
  const { since, until } = boundsOf({ since: '2026-05-01', until: '2026-05-01' }, 'America/Los_Angeles')
  expect([since?.toISOString(), until?.toISOString()]).toEqual([
    '2026-05-01T07:00:00.000Z',
    '2026-05-02T07:00:00.000Z',
  ])
})

test('an hour wins over days and is counted in five minutes', () => {
  const query = { since: '2026-05-01', hour: '2026-05-20T15' }
  const hour = { since: new Date('2026-05-20T15:00:00Z'), until: new Date('2026-05-20T16:00:00Z') }
  expect(boundsOf(query, 'America/Los_Angeles')).toEqual(hour)
  expect(rangeOf(query, 'America/Los_Angeles')).toEqual({ ...hour, stepSeconds: 300 })
})

test('bounds are left out where none are given', () => {
  expect(boundsOf({ since: undefined, until: undefined }, 'UTC')).toEqual({})
})

test('invalid parameters are dropped', () => {
  const nonsense = {
    view: 'x',
    kind: 'x',
    about: "'; --",
    actor: 'me',
    action: '\0',
    since: '2026-02-31',
    until: '9999-12-31',
    hour: '2026-13-40T99',
    network: '<b>',
    in: '../admin',
    impersonator: 'root',
    cursor: ['a', 'b'],
  }
  expect(activityQuerySchema.parse(nonsense)).toEqual({ view: 'done' })
})
