import { sql } from 'drizzle-orm'
import type postgres from 'postgres'
import { expect, test, vi } from 'vitest'
import { createNote, listNotes, updateNotes } from '../testing/fixture-domain/notes'
import { claimOf, useTestDatabase } from '../testing/use-test-database'
import { untilWaiting } from '../testing/waiting'
import { withTenant } from '../tenancy/tenant'
import { isBusy } from './busy-error'
import { database } from './client'

// Short, because each test waits until a call gives up while the lock or connection is still taken.
vi.mock('./limits', async (original) => {
  const actual = await original<typeof import('./limits')>()
  const limits = { ...actual.limits, turn: 800, lock: 400, expensiveStatement: 300 }
  return { ...actual, limits }
})
vi.stubEnv('DATABASE_POOL_SIZE', '4')

const db = useTestDatabase()
const acme = claimOf('acme', 'owner@acme.test')
const globex = claimOf('globex', 'owner@globex.test')

/** Runs `work` while another session's transaction holds what `lock` takes. */
async function whileHeld<T>(
  lock: (transaction: postgres.TransactionSql) => Promise<unknown>,
  work: () => Promise<T>,
): Promise<T> {
  let answer: T | undefined
  await db.owner.begin(async (transaction) => {
    await lock(transaction)
    answer = await work()
  })
  return answer as T
}

const failure = (answer: PromiseLike<unknown>) =>
  Promise.resolve(answer).then(
    () => 'no failure',
    (error: unknown) => error,
  )

test('a lock on a whole table ends the wait of everyone who reads it', async () => {
  const errors = await whileHeld(
    (transaction) => transaction`LOCK TABLE session IN ACCESS EXCLUSIVE MODE`,
    () =>
      Promise.all(Array.from({ length: 12 }, () => failure(database().execute(sql`SELECT FROM session`)))),
  )
  expect(errors.map((error) => isBusy(error))).toEqual(Array.from({ length: 12 }, () => true))
  await expect(database().execute(sql`SELECT FROM session`)).resolves.toBeDefined()
})

test('a locked row doesn’t block another organization, and its own only briefly', async () => {
  const { id } = await withTenant(acme, (tenant) => createNote(tenant, { title: 'locked' }))
  const errors = await whileHeld(
    (transaction) => transaction`SELECT FROM note WHERE id = ${id} FOR UPDATE`,
    async () => {
      let left = 20
      const calls = Array.from({ length: 20 }, async () => {
        const error = await failure(withTenant(acme, (tenant) => updateNotes(tenant, [id], { title: 'x' })))
        left -= 1
        return error
      })
      await untilWaiting(db.owner, 2)
      await withTenant(globex, (tenant) => createNote(tenant, { title: 'not stalled' }))
      expect(left, 'callers who still wait').toBeGreaterThan(0)
      return Promise.all(calls)
    },
  )
  expect(errors.map((error) => isBusy(error))).toEqual(Array.from({ length: 20 }, () => true))
  await withTenant(acme, (tenant) => updateNotes(tenant, [id], { title: 'free' }))
})

test('expensive reads of one person end soon, and leave room for others', async () => {
  const viewer = claimOf('acme', 'viewer@acme.test')
  const options = { readOnly: true, expensive: true } as const
  let left = 20
  const searches = Array.from({ length: 20 }, async () => {
    const search = withTenant(viewer, (tenant) => tenant.execute(sql`SELECT pg_sleep(3600)`), options)
    const error = await failure(search)
    left -= 1
    return error
  })
  await withTenant(globex, listNotes, options)
  expect(left, 'searches that still run or wait').toBeGreaterThan(0)
  const errors = await Promise.all(searches)
  expect(errors.map((error) => isBusy(error))).toEqual(Array.from({ length: 20 }, () => true))
})

test('a call that waits for a connection gives up', async () => {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const holders = Array.from({ length: 4 }, () => database().transaction(() => held))
  const waiting = [
    failure(database().execute(sql`SELECT 1`)),
    failure(database().transaction(async () => {})),
    failure(database().query.user.findFirst()),
  ]
  const errors = await Promise.all(waiting)
  expect(errors.map((error) => isBusy(error))).toEqual([true, true, true])
  release()
  await Promise.all(holders)
  await expect(database().execute(sql`SELECT 1 AS one`)).resolves.toMatchObject([{ one: 1 }])
})

test('a transaction whose connection is lost runs nothing more', async () => {
  const call = database().transaction(async (transaction) => {
    const [row] = await transaction.execute<{ pid: number }>(sql`SELECT pg_backend_pid() AS pid`)
    await db.owner`SELECT pg_terminate_backend(${row?.pid ?? 0})`
    const first = await failure(transaction.execute(sql`SELECT 1`))
    // The pool is complete again, and no connection may continue the transaction.
    await Promise.all([1, 2, 3].map(() => database().execute(sql`SELECT pg_sleep(0.05)`)))
    const second = await failure(transaction.execute(sql`INSERT INTO captcha_spent DEFAULT VALUES`))
    expect([isBusy(first), isBusy(second)]).toEqual([true, true])
  })
  expect(isBusy(await failure(call))).toBe(true)
})
