import { expect, test } from 'vitest'
import { Ledger } from '../load/ledger'
import { table } from './table'

test('shows what every fault did, and which one failed', () => {
  const good = new Ledger()
  good.acknowledged = 120
  good.note('done', 40)
  good.note('done', 60)
  good.note('BUSY', 3010)
  const bad = new Ledger()
  bad.acknowledged = 7
  bad.lost = 1
  expect(
    table([
      { fault: 'app-killed', rounds: 3, ledger: good },
      { fault: 'locks', rounds: 1, ledger: bad },
    ]),
  ).toBe(`fault       rounds  acknowledged  lost  longest wait  what users saw
app-killed       3           120     0         3.0 s  done 2, BUSY 1  ok
locks            1             7     1                                FAILED`)
})
