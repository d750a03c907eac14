import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { type LossyProxy, startLossyProxy } from '../testing/lossy-proxy'
import { createTestDatabase, type TestDatabase } from '../testing/test-database'
import { isBusy } from './busy-error'
import { closeDatabase, database } from './client'
import { connectOnce } from './connect'
import { isUncertain } from './uncertain-commit-error'
import { openWorkerConnections } from './worker-connections'

// Connections stay open and no reply arrives, as when Postgres's machine is gone.

let made: TestDatabase
let proxy: LossyProxy

beforeAll(async () => {
  made = await createTestDatabase()
  proxy = await startLossyProxy(made.url)
  // Postgres counts as gone after five more seconds of silence.
  vi.stubEnv('DATABASE_URL', `${proxy.url}?statement_timeout=100`)
})

afterEach(() => proxy.lose('nothing'))

afterAll(async () => {
  await closeDatabase()
  await proxy.stop()
  await made.drop()
  vi.unstubAllEnvs()
})

const one = sql`SELECT 1`

test('a statement, a transaction and a commit without a reply end as busy, and later calls get new connections', async () => {
  await database().execute(one)
  let isReady = () => {}
  const started = new Promise<void>((resolve) => (isReady = resolve))
  let resume = () => {}
  const silenced = new Promise<void>((resolve) => (resume = resolve))
  const committing = database().transaction(async (transaction) => {
    await transaction.execute(one)
    isReady()
    await silenced
  })
  const inside = database().transaction(async (transaction) => {
    await transaction.execute(one)
    await silenced
    await transaction.execute(one)
  })
  await started
  await vi.waitFor(async () => expect(await database().execute(one)).toHaveLength(1))
  proxy.lose('every reply')
  const alone = database().execute(one)
  const beginning = database().transaction((transaction) => transaction.execute(one))
  resume()
  const results = await Promise.allSettled([alone, beginning, inside, committing])
  const errors = results.map((result) => (result.status === 'rejected' ? result.reason : 'fulfilled'))
  expect(errors.map((error) => isBusy(error))).toEqual([true, true, true, true])
  expect(errors.map((error) => isUncertain(error))).toEqual([false, false, false, true])

  proxy.lose('nothing')
  expect(await database().execute(one)).toHaveLength(1)
})

test('a connection that is lost while it opens ends its call as busy, and leaves no rejection that nobody handles', async () => {
  const unhandled: unknown[] = []
  const note = (error: unknown) => unhandled.push(error)
  process.on('unhandledRejection', note)
  await closeDatabase()
  proxy.lose('a connection that opens')
  await expect(database().execute(one)).rejects.toSatisfy(isBusy)
  proxy.lose('nothing')
  expect(await database().execute(one)).toHaveLength(1)
  process.off('unhandledRejection', note)
  expect(unhandled).toEqual([])
})

test('the worker gets new connections, and is notified of mail again', async () => {
  const worker = openWorkerConnections()
  const read = () => worker.run((db) => db.execute(sql`SELECT count(*)::int AS count FROM mail`))
  let told = 0
  await worker.onMail(() => (told += 1))
  await read()
  proxy.lose('every reply')
  await expect(read()).rejects.toSatisfy(isBusy)
  proxy.lose('nothing')
  expect(await read()).toHaveLength(1)
  await vi.waitFor(async () => {
    await connectOnce(made.ownerUrl, (client) => client`NOTIFY gatehouse_mail`)
    expect(told).toBeGreaterThan(0)
  })
  await worker.close()
})
