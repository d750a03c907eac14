import { expect, test } from 'vitest'
import { Ledger } from './ledger'

test.each(['done', 'page', 'BUSY', 'UNCONFIRMED', 'status 503', 'unreachable'])(
  'a user may see %s',
  (seen) => {
    const ledger = new Ledger()
    ledger.note(seen, 10)
    expect(ledger.verdict()).toEqual([])
  },
)

test.each(['INTERNAL', 'status 500', 'a bare error', 'no answer', 'an empty reply', 'NOT_FOUND'])(
  'a user may not see %s',
  (seen) => {
    const ledger = new Ledger()
    ledger.note(seen, 10)
    expect(ledger.verdict()).toEqual([`a user saw "${seen}"`])
  },
)

test('lost and repeated writes are problems, and each problem is named once', () => {
  const ledger = new Ledger()
  ledger.lost = 2
  ledger.twice = 1
  for (const isRight of [true, false, false]) ledger.expect(isRight, 'the exit code is not 0')
  expect(ledger.verdict()).toEqual([
    'the exit code is not 0',
    '2 acknowledged writes are lost',
    '1 writes exist twice',
  ])
})
