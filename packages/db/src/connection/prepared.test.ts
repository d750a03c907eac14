import { sql } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { database } from './client'
import type { Database } from './client'
import { prepared } from './prepared'
import { useTestDatabase } from '../testing/use-test-database'

type Executor = Pick<Database, 'execute'>

useTestDatabase()
// One connection, so every statement meets the same list.
vi.stubEnv('DATABASE_POOL_SIZE', '1')

const add = sql`SELECT 1 + ${1}::int`
const list = sql`SELECT statement FROM pg_prepared_statements WHERE statement LIKE 'SELECT 1 + %'`

test.each([
  ['a transaction', (work: (on: Executor) => Promise<unknown>) => database().transaction(work)],
  ['no transaction', (work: (on: Executor) => Promise<unknown>) => work(database())],
])('a statement in %s is prepared once', async (_, run) => {
  await run(async (on) => {
    for (let call = 0; call < 3; call += 1) await on.execute(add)
    expect(await on.execute(list)).toHaveLength(1)
  })
})

test('past a number of different statements, others are not prepared', () => {
  const unsafe = vi.fn<() => never>()
  const send = prepared({ unsafe })
  for (let number = 0; number < 600; number += 1) void send(`SELECT ${number}, $1`, [1], { prepare: false })
  const isPrepared = unsafe.mock.calls.map((call: unknown[]) => call[2])
  expect(
    isPrepared.filter((options) => (options as { prepare: boolean }).prepare).length,
  ).toBeLessThanOrEqual(500)
  expect(isPrepared.at(-1)).toEqual({ prepare: false })
})
