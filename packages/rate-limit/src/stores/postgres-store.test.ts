import { startLossyProxy } from '@kit/db/testing/lossy-proxy'
import { useTestDatabase } from '@kit/db/testing/use-test-database'
import type postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import { createLimiter, type StoreFailure } from '../limiter'
import { postgresStore } from './postgres-store'
import type { Store } from './store'
import { PATIENCE } from '../testing/patience'
import { describeStore } from '../testing/store-contract'

const statements = vi.hoisted<string[]>(() => [])

vi.mock('postgres', async (original) => {
  const { default: connect } = await original<{ default: typeof postgres }>()
  const watched = (url: string, options: postgres.Options<Record<string, never>>) =>
    connect(url, { ...options, debug: (_, statement) => statements.push(statement) })
  return { default: Object.assign(watched, connect) }
})

const db = useTestDatabase()

/** Seconds. This window ends in 2033, so never during a test. */
const WINDOW = 1_000_000_000

describeStore('postgresStore', async () => {
  const store = postgresStore(db.url)
  return {
    store,
    settings: { DATABASE_URL: db.url },
    letPass: async (seconds) => {
      await db.owner`UPDATE rate_limit SET window_start = window_start - ${seconds} * interval '1 second',
        expires_at = expires_at - ${seconds} * interval '1 second' WHERE key LIKE 'postgresStore%'`
    },
    close: store.close,
  }
})

const addExpired = (rows: number) => db.owner`
  INSERT INTO rate_limit SELECT 'expired' || n, '1980-01-01', '2000-01-01', 1, 0
  FROM generate_series(1, ${rows}) AS n`

async function keysLeft(): Promise<number> {
  const [row] = await db.owner<{ left: number }[]>`SELECT count(*)::int AS left FROM rate_limit`
  return row?.left ?? -1
}

const versions = () => db.owner`SELECT ctid::text, cmin::text FROM rate_limit`

describe('postgresStore', () => {
  let store: Store

  beforeAll(() => {
    store = postgresStore(db.url)
  })
  beforeEach(async () => {
    await db.owner`TRUNCATE rate_limit`
    statements.length = 0
  })
  afterAll(() => store.close())

  it('runs one statement per call, allowed or refused', async () => {
    await store.hit('key', 1, WINDOW)
    expect((await store.hit('key', 1, WINDOW)).allowed).toBe(false)
    const own = statements.filter((statement) => statement.includes('INSERT INTO rate_limit AS r'))
    expect(own).toHaveLength(2)
    expect(statements.filter((statement) => !/rate_limit/.test(statement))).toEqual([])
  })

  it('writes nothing for a refused call', async () => {
    await store.hit('key', 1, WINDOW)
    const before = await versions()
    expect((await store.hit('key', 1, WINDOW)).allowed).toBe(false)
    expect(await versions()).toEqual(before)
  })

  it('leaves expired rows to the worker, and counts in them as in new rows', async () => {
    await addExpired(100)
    const calls = Array.from({ length: 300 }, (_, i) => store.hit(`expired${(i % 100) + 1}`, 2, WINDOW))
    expect((await Promise.all(calls)).filter(({ allowed }) => allowed)).toHaveLength(200)
    await store.hit('alive', 5, WINDOW)
    expect(await keysLeft()).toBe(101)
  })

  it('replaces its connections when the database goes silent', async () => {
    const proxy = await startLossyProxy(db.url)
    const silenced = postgresStore(proxy.url, { silence: 3000 })
    expect((await silenced.hit('key', 5, WINDOW)).allowed).toBe(true)
    proxy.lose('every reply')
    await expect(silenced.hit('key', 5, WINDOW)).rejects.toThrow('CONNECTION_DESTROYED')
    proxy.lose('nothing')
    expect((await silenced.hit('key', 5, WINDOW)).allowed).toBe(true)
    await silenced.close()
    await proxy.stop()
  })

  it('keeps counting when a policy’s window or limit changes', async () => {
    for (let i = 0; i < 5; i++) await store.hit('key', 10, WINDOW)
    expect((await store.hit('key', 5, WINDOW)).allowed).toBe(false)
    expect((await store.hit('key', 6, 2 * WINDOW)).allowed).toBe(true)
    expect((await store.hit('key', 6, 2 * WINDOW)).allowed).toBe(false)
  })

  it('counts whether or not the caller commits, and with an exhausted pool', async () => {
    const { database, closeDatabase } = await import('@kit/db/connection/client')
    vi.stubEnv('DATABASE_POOL_SIZE', '1')
    const limited = database().transaction(async () => {
      await store.hit('key', 5, WINDOW)
      throw new Error('rolled back')
    })
    await expect(limited).rejects.toThrow('rolled back')
    expect(await keysLeft()).toBe(1)
    await closeDatabase()
  })

  it('is not accessible to the tenant role', async () => {
    const [row] =
      await db.owner`SELECT has_table_privilege('gatehouse_tenant', 'rate_limit', 'SELECT, INSERT, UPDATE, DELETE')
      OR has_table_privilege('public', 'rate_limit', 'SELECT, INSERT, UPDATE, DELETE') AS reached`
    expect(row).toEqual({ reached: false })
  })

  it('fails as each policy says while a row stays locked', async () => {
    const failures: StoreFailure[] = []
    const log = (failure: StoreFailure) => failures.push(failure)
    const within = (deadline: number) => {
      const limiter = createLimiter(store, 'x'.repeat(32), deadline)
      return {
        signIn: () => limiter.check('signIn.email', { email: 'a@acme.test' }, log),
        work: () => limiter.check('default.user', { user: 'a' }, log),
      }
    }
    const patient = within(PATIENCE)
    await Promise.all([patient.signIn(), patient.work()])
    expect(failures).toEqual([])
    await db.owner.begin(async (owner) => {
      await owner`SELECT FROM rate_limit FOR UPDATE`
      const hasty = within(200)
      expect((await hasty.signIn()).allowed).toBe(false)
      expect((await hasty.work()).allowed).toBe(true)
    })
    expect(failures.map(({ policy, refused }) => [policy, refused])).toEqual([
      ['signIn.email', true],
      ['default.user', false],
    ])
    expect((await patient.signIn()).allowed).toBe(true)
  })

  it('fails as each policy says without a database', async () => {
    const gone = postgresStore('postgres://app@127.0.0.1:1/none')
    const failures: StoreFailure[] = []
    const limiter = createLimiter(gone, 'x'.repeat(32))
    const log = (failure: StoreFailure) => failures.push(failure)
    expect((await limiter.check('signIn.email', { email: 'a@acme.test' }, log)).allowed).toBe(false)
    expect((await limiter.check('default.user', { user: 'a' }, log)).allowed).toBe(true)
    expect(failures).toHaveLength(2)
    await gone.close()
  })
})
