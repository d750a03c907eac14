import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '../connection/client'
import { demoId } from '../demo/demo'
import { recordSecurityEvent } from './record-security-event'
import type { Refusal } from './record-security-event'
import { withTenant } from '../tenancy/tenant'
import { claimOf, useTestDatabase } from '../testing/use-test-database'

const db = useTestDatabase()
const acme = demoId('organization', 'acme')
const userId = demoId('user', 'viewer@acme.test')

const refusal: Refusal = {
  kind: 'denied',
  action: 'notes.delete',
  actor: { userId },
  organization: 'acme',
  requestId: 'first',
}
const record = (change: Partial<Refusal> = {}) => recordSecurityEvent({ ...refusal, ...change })
const rows = () => db.owner`
  SELECT kind, action, actor_id, network, organization_id, count, last_request_id FROM security_event ORDER BY count DESC`

beforeEach(async () => {
  await db.owner`DELETE FROM security_event`
})

/** Runs `work` again if the minute changed on the database's clock in the meantime. */
async function inOneMinute(work: () => Promise<unknown>): Promise<void> {
  const minute = async () => (await db.owner`SELECT date_trunc('minute', now())::text AS minute`)[0]?.minute
  for (;;) {
    const before = await minute()
    await work()
    if ((await minute()) === before) return
    await db.owner`DELETE FROM security_event`
  }
}

test('a repeated refusal increments the same row', async () => {
  await inOneMinute(async () => {
    await record()
    await record({ requestId: 'second' })
  })
  expect([...(await rows())]).toEqual([
    {
      kind: 'denied',
      action: 'notes.delete',
      actor_id: userId,
      network: null,
      organization_id: acme,
      count: 2,
      last_request_id: 'second',
    },
  ])
})

test('parallel refusals are all counted', async () => {
  await inOneMinute(async () => {
    await Promise.all(Array.from({ length: 50 }, () => record()))
  })
  expect((await rows()).map(({ count }) => count)).toEqual([50])
})

test.each<Partial<Refusal>>([
  { kind: 'limited' },
  { action: 'notes.create' },
  { actor: { network: '203.0.113.7' } },
  { actor: { userId: demoId('user', 'editor@acme.test') } },
  { organization: 'globex' },
  { organization: undefined },
])('%j gets its own row', async (change) => {
  await inOneMinute(async () => {
    await record()
    await record(change)
  })
  expect(await rows()).toHaveLength(2)
})

test('an unknown organization is recorded as none', async () => {
  await record({ organization: 'initech' })
  expect((await rows()).map((row) => row.organization_id)).toEqual([null])
})

describe('a flood', () => {
  const strangers = (many: number, change: (n: number) => Partial<Refusal> = () => ({})) =>
    inOneMinute(async () => {
      for (let n = 0; n < many; n += 1)
        await record({ actor: { network: `198.51.${n >> 8}.${n & 255}` }, ...change(n) })
    })

  test('from many IPs ends up in one shared row', async () => {
    await strangers(60)
    const found = await rows()
    expect(found).toHaveLength(21)
    expect(found[0]).toMatchObject({ actor_id: null, network: null, organization_id: acme, count: 40 })
  })

  test('does not hide members or IPs that were recorded before', async () => {
    await inOneMinute(async () => {
      for (let n = 0; n < 40; n += 1) await record({ actor: { network: `198.51.100.${n}` } })
      await record()
      await record({ actor: { network: '198.51.100.3' } })
    })
    const found = await rows()
    expect(found.find((row) => row.actor_id === userId)).toMatchObject({ count: 1 })
    expect(found.find((row) => row.network === '198.51.100.3')).toMatchObject({ count: 2 })
  })

  test('across many organizations is bounded and fully counted, and leaves Acme its row', async () => {
    await db.owner`INSERT INTO organization (name, slug) SELECT 'Other ' || n, 'other-' || n FROM generate_series(1, 400) AS n`
    await inOneMinute(async () => {
      await record({ actor: { network: '203.0.113.1' } })
      for (let n = 1; n <= 400; n += 1)
        await record({ actor: { network: `198.51.100.${n % 250}` }, organization: `other-${n}` })
      await record({ actor: { network: '203.0.113.1' } })
    })
    const found = await rows()
    expect(found).toHaveLength(301)
    expect(found.reduce((sum, row) => sum + row.count, 0)).toBe(402)
    expect(found.find((row) => row.organization_id === acme)).toMatchObject({ count: 2 })
    await db.owner`DELETE FROM organization WHERE slug LIKE 'other-%'`
  })

  test('without the bound, writes a row per IP', async () => {
    const [{ definition } = { definition: '' }] = await db.owner<{ definition: string }[]>`
      SELECT pg_get_functiondef('record_security_event'::regproc) AS definition`
    const withoutBound = definition.replace('IF NOT known AND', 'IF false AND NOT known AND')
    expect(withoutBound).not.toBe(definition)
    await db.owner.unsafe(withoutBound)
    try {
      await strangers(60)
      expect(await rows()).toHaveLength(60)
    } finally {
      await db.owner.unsafe(definition)
    }
  })
})

test('old rows are left to the worker', async () => {
  await db.owner`
    INSERT INTO security_event (minute, kind, action, count, last_request_id, first_seen, last_seen)
    SELECT now() - n * interval '1 day', 'denied', 'tests.old', 1, 'x', now(), now() FROM generate_series(91, 99) AS n`
  const [{ definition = '' } = {}] = await db.owner<{ definition: string }[]>`
    SELECT pg_get_functiondef('record_security_event'::regproc) AS definition`
  expect(definition).not.toContain('DELETE')
  await record()
  const [left] = await db.owner`SELECT count(*)::int AS rows FROM security_event WHERE action = 'tests.old'`
  expect(left).toEqual({ rows: 9 })
})

describe('only the function writes', () => {
  const statements = [
    sql`INSERT INTO security_event (minute, kind, action, count, last_request_id, first_seen, last_seen)
      VALUES (now(), 'denied', 'x', 1, 'x', now(), now())`,
    sql`UPDATE security_event SET count = 1`,
    sql`DELETE FROM security_event`,
    sql`TRUNCATE security_event`,
  ]
  /** The message of the Postgres error inside Drizzle's. */
  const refusal = (work: Promise<unknown>) =>
    work.then(
      () => 'nothing was refused',
      (error: Error) => (error.cause instanceof Error ? error.cause.message : String(error)),
    )
  const inAcme = (statement: (typeof statements)[number]) =>
    withTenant(claimOf('acme', 'owner@acme.test'), (tenant) => tenant.execute(statement))

  test.each(statements)('neither the app nor a tenant (%#)', async (statement) => {
    await record()
    expect(await refusal(database().execute(statement))).toMatch(/permission denied/)
    expect(await refusal(inAcme(statement))).toMatch(/permission denied/)
    expect(await rows()).toHaveLength(1)
  })

  test('and a tenant may not call it', async () => {
    const call = inAcme(sql`SELECT record_security_event('denied', 'x', NULL, 'x', ${acme}::uuid, 'x')`)
    expect(await refusal(call)).toMatch(/permission denied/)
  })
})

test('members see only their own organization’s refusals', async () => {
  for (const organization of ['acme', 'globex', undefined]) await record({ organization })
  for (const [slug, email] of [
    ['acme', 'owner@acme.test'],
    ['globex', 'owner@globex.test'],
  ] as const) {
    const seen = await withTenant(claimOf(slug, email), (tenant) =>
      tenant.execute(sql`SELECT organization_id FROM security_event`),
    )
    expect([...seen]).toEqual([{ organization_id: demoId('organization', slug) }])
  }
})
