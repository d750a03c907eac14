import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from 'drizzle-orm'
import { database } from '../connection/client'
import { openWorkerConnections, type WorkerConnections } from '../connection/worker-connections'
import { demoId } from '../demo/demo'
import { useTestDatabase } from '../testing/use-test-database'
import { purgeExpired } from './purge'

const db = useTestDatabase()
const userId = demoId('user', 'owner@acme.test')

let worker: WorkerConnections

beforeAll(async () => {
  worker = openWorkerConnections()
  await worker.run((run) => purgeExpired(run))
})

afterAll(() => worker.close())

const purge = (auditDays?: number) => worker.run((run) => purgeExpired(run, auditDays))

/** One expired row and one that is kept, in each table. */
async function fill(): Promise<void> {
  const { owner } = db
  await owner`INSERT INTO session (user_id, token, expires_at) VALUES
    (${userId}, 'old', now() - interval '1 minute'), (${userId}, 'new', now() + interval '1 minute')`
  await owner`INSERT INTO verification (identifier, value, expires_at) VALUES
    ('old', 'x', now() - interval '61 minutes'), ('new', 'x', now() - interval '1 minute')`
  await owner`INSERT INTO rate_limit (key, window_start, expires_at, current, previous) VALUES
    ('old', now(), now() - interval '61 minutes', 1, 1), ('new', now(), now() + interval '1 minute', 1, 1)`
  await owner`INSERT INTO captcha_spent (id, expires_at) VALUES
    ('old-old-old-old-old', now() - interval '61 minutes'), ('new-new-new-new-new', now() - interval '1 minute')`
  await owner`INSERT INTO security_event (minute, kind, action, count, last_request_id, first_seen, last_seen) VALUES
    (now() - interval '91 days', 'denied', 'old', 1, 'r', now(), now()),
    (now() - interval '89 days', 'denied', 'new', 1, 'r', now(), now())`
  await owner`INSERT INTO mail (id, sealed, status, expires_at, settled_at) VALUES
    (gen_random_uuid(), NULL, 'sent', now(), now() - interval '8 days'),
    (gen_random_uuid(), NULL, 'sent', now(), now() - interval '6 days'),
    (gen_random_uuid(), NULL, 'failed', now(), now() - interval '31 days'),
    (gen_random_uuid(), NULL, 'failed', now(), now() - interval '29 days'),
    (gen_random_uuid(), 'x', 'waiting', now() - interval '90 days', NULL)`
}

describe('purgeExpired', () => {
  test('removes what has expired and nothing else', async () => {
    await fill()
    expect(await purge()).toEqual({
      organization: 0,
      session: 1,
      verification: 1,
      rate_limit: 1,
      captcha_spent: 1,
      security_event: 1,
      mail: 2,
      audit_event: 0,
    })
    expect(await db.owner`SELECT token FROM session`).toEqual([{ token: 'new' }])
    expect(await db.owner`SELECT identifier FROM verification`).toEqual([{ identifier: 'new' }])
    expect(await db.owner`SELECT key FROM rate_limit`).toEqual([{ key: 'new' }])
    expect(await db.owner`SELECT id FROM captcha_spent`).toEqual([{ id: 'new-new-new-new-new' }])
    expect(await db.owner`SELECT action FROM security_event`).toEqual([{ action: 'new' }])
    const left = await db.owner`SELECT status FROM mail ORDER BY status`
    expect(left.map(({ status }) => status)).toEqual(['failed', 'sent', 'waiting'])
  })

  test('removes at most 1000 rows of a table at once', async () => {
    await db.owner`INSERT INTO session (user_id, token, expires_at)
      SELECT ${userId}, 'many' || n, now() - interval '1 minute' FROM generate_series(1, 1500) n`
    expect(await purge()).toMatchObject({ session: 1000 })
    expect(await purge()).toMatchObject({ session: 500 })
    expect(await purge()).toMatchObject({ session: 0 })
  })

  test('leaves locked rows, and waits for nothing', async () => {
    await db.owner`INSERT INTO session (user_id, token, expires_at) VALUES (${userId}, 'held', now() - interval '1 minute')`
    await db.owner.begin(async (other) => {
      await other`SELECT FROM session WHERE token = 'held' FOR UPDATE`
      expect(await purge()).toMatchObject({ session: 0 })
    })
    expect(await purge()).toMatchObject({ session: 1 })
  })

  test('runs in one process at a time', async () => {
    await db.owner.begin(async (other) => {
      await other`SELECT pg_advisory_xact_lock(4711000009)`
      expect(await purge()).toEqual({ organization: 0 })
    })
  })

  test('is for the worker only', async () => {
    const call = database().execute(sql`SELECT purge_expired(30)`)
    await expect(call).rejects.toMatchObject({
      cause: { message: expect.stringContaining('permission denied') },
    })
  })
})

describe('audit events', () => {
  const add = (days: number) => db.owner`
    INSERT INTO audit_event (action, target_type, target_id, changes, created_at)
    VALUES (${`days.${days}`}, 'note', gen_random_uuid(), '{}', now() - make_interval(days => ${days}))`
  const left = async () =>
    (await db.owner`SELECT action FROM audit_event WHERE action LIKE 'days.%' ORDER BY action`).map(
      ({ action }) => String(action),
    )

  test('are kept without a setting, and never removed before 30 days', async () => {
    for (const days of [10, 29, 31, 400]) await add(days)
    expect(await purge()).toMatchObject({ audit_event: 0 })
    expect(await purge(365)).toMatchObject({ audit_event: 1 })
    expect(await left()).toEqual(['days.10', 'days.29', 'days.31'])
    await purge(1)
    expect(await left()).toEqual(['days.10', 'days.29'])
  })
})
