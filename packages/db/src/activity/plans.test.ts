import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { countAuditEvents, selectAuditEvents } from './audit-events'
import { database } from '../connection/client'
import { demoId } from '../demo/demo'
import { countRefusals, selectRefusals } from './refusals'
import { auditEvent, securityEvent } from './table'
import { withTenant } from '../tenancy/tenant'
import type { TenantDb } from '../tenancy/tenant'
import { claimOf, useTestDatabase } from '../testing/use-test-database'

const db = useTestDatabase()
const acme = demoId('organization', 'acme')
const viewer = demoId('user', 'viewer@acme.test')
const DAY = 86_400_000

// 20,000 rows of each kind in 70 days: 400 of Acme's and the rest of 30 others.
beforeAll(async () => {
  await db.owner`INSERT INTO organization (name, slug) SELECT 'Other ' || n, 'other-' || n FROM generate_series(1, 30) AS n`
  const organizationOf = db.owner`CASE WHEN n % 50 = 0 THEN ${acme}::uuid ELSE others.ids[1 + n % 30] END`
  const source = db.owner`generate_series(1, 20000) AS n,
    (SELECT array_agg(id) AS ids FROM organization WHERE slug LIKE 'other-%') AS others`
  const when = db.owner`date_trunc('minute', now()) - n * interval '5 minutes'`
  await db.owner`
    INSERT INTO security_event (minute, kind, action, actor_id, organization_id, count, last_request_id, first_seen, last_seen)
    SELECT ${when}, (ARRAY['denied', 'limited', 'invalid'])[1 + n % 3], 'tests.' || n % 7, ${viewer}::uuid,
      ${organizationOf}, 1 + n % 5, 'r', now(), now() FROM ${source}`
  await db.owner`
    INSERT INTO audit_event (organization_id, actor_id, action, target_type, target_id, changes, visible_to_admins, created_at)
    SELECT ${organizationOf}, ${viewer}::uuid, 'tests.' || n % 7, (ARRAY['note', 'member'])[1 + n % 2], gen_random_uuid(), '{}', n % 2 = 1, ${when} FROM ${source}`
  await db.owner.unsafe('VACUUM ANALYZE security_event')
  await db.owner.unsafe('VACUUM ANALYZE audit_event')
})

interface Plan {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  'Index Cond'?: string
  Plans?: Plan[]
}

/** Returns every plan step that reads refusals or audit events. */
function steps(plan: Plan): Plan[] {
  const ours = /^(security|audit)_event/
  const own = ours.test(plan['Relation Name'] ?? '') || ours.test(plan['Index Name'] ?? '') ? [plan] : []
  return [...own, ...(plan.Plans ?? []).flatMap(steps)]
}

async function explain(on: Pick<TenantDb, 'execute'>, query: SQL): Promise<Plan[]> {
  const [row] = await on.execute<{ 'QUERY PLAN': { Plan: Plan }[] }>(sql`EXPLAIN (FORMAT JSON) ${query}`)
  const plan = row?.['QUERY PLAN'][0]?.Plan
  if (!plan) throw new Error('There is no plan.')
  return steps(plan)
}

const inAcme = (query: SQL) =>
  withTenant(claimOf('acme', 'owner@acme.test'), (tenant) => explain(tenant, query))
const ofAcme = (table: typeof securityEvent | typeof auditEvent) => sql`${table.organizationId} = ${acme}`

/** Returns the steps that do not use an index with these conditions. */
function unserved(plan: Plan[], ...conditions: RegExp[]): Plan[] {
  const scans = plan.filter((step) => step['Index Name'])
  if (scans.length === 0) throw new Error('No index is read.')
  const isLoose = (scan: Plan) => !conditions.every((condition) => condition.test(scan['Index Cond'] ?? ''))
  return [...plan.filter((step) => step['Node Type'] === 'Seq Scan'), ...scans.filter(isLoose)]
}

const week = { since: new Date(Date.now() - 7 * DAY), until: new Date(Date.now() + DAY) }
const page = { ...week, limit: 25, stepSeconds: 86_400 }
const place = new Date(Date.now() - 3 * DAY).toISOString()
const cursor = `${place}_${viewer}`
const atPlace = new RegExp(place.slice(0, 10))
const filters = [
  {},
  { kind: 'denied' as const },
  { action: 'tests.1' },
  { actor: viewer },
  { actor: 'signed-out' },
]

describe('in one organization', () => {
  test.each(filters)('refusals by %j', async (filter) => {
    const plan = await inAcme(selectRefusals({ ...page, ...filter }, ofAcme(securityEvent), 25))
    expect(unserved(plan, /organization_id/, /minute/)).toEqual([])
  })

  test('refusals after a cursor start there in the index', async () => {
    const plan = await inAcme(selectRefusals({ ...page, cursor }, ofAcme(securityEvent), 25))
    expect(unserved(plan, /organization_id/, /minute/, atPlace)).toEqual([])
  })

  test('the counts for a week', async () => {
    expect(
      unserved(await inAcme(countRefusals(page, ofAcme(securityEvent))), /organization_id/, /minute/),
    ).toEqual([])
  })

  test.each([{}, { action: 'tests.1' }, { actor: viewer }, { targetType: 'note' }, week])(
    'audit events by %j',
    async (filter) => {
      const query = selectAuditEvents({ limit: 25, ...filter }, ofAcme(auditEvent), sql`NULL`, 25)
      expect(unserved(await inAcme(query), /organization_id/)).toEqual([])
    },
  )

  test('audit events after a cursor start there in the index', async () => {
    const query = selectAuditEvents({ limit: 25, cursor }, ofAcme(auditEvent), sql`NULL`, 25)
    expect(unserved(await inAcme(query), /organization_id/, atPlace)).toEqual([])
  })
})

describe('in all organizations', () => {
  test.each(filters)('refusals by %j', async (filter) => {
    const plan = await explain(database(), selectRefusals({ ...page, ...filter }, sql`true`, 25))
    expect(unserved(plan, /minute/)).toEqual([])
  })

  test('the counts for a week', async () => {
    expect(unserved(await explain(database(), countRefusals(page, sql`true`)), /minute/)).toEqual([])
  })

  test('the changes of a week', async () => {
    const query = countAuditEvents({ limit: 25 }, page, sql`true`)
    expect(unserved(await explain(database(), query), /created_at/)).toEqual([])
  })

  test('the refusals of a network start in its index', async () => {
    const query = selectRefusals({ ...page, network: '203.0.113.7' }, sql`true`, 25)
    expect(unserved(await explain(database(), query), /network/, /minute/)).toEqual([])
  })

  // Someone with few events. For someone with many, the index by time is as good.
  test.each([{ actor: acme }, { impersonator: acme }])(
    'audit events by %j start in its index',
    async (filter) => {
      const query = selectAuditEvents({ limit: 25, ...filter }, sql`true`, sql`NULL`, 25)
      expect(unserved(await explain(database(), query), /actor_id|impersonator_id/)).toEqual([])
    },
  )

  test.each([{}, { action: 'tests.1' }, week])('audit events by %j', async (filter) => {
    const query = selectAuditEvents({ limit: 25, ...filter }, sql`true`, sql`NULL`, 25)
    expect(unserved(await explain(database(), query))).toEqual([])
  })

  test('audit events after a cursor start there in the index', async () => {
    const query = selectAuditEvents({ limit: 25, cursor }, sql`true`, sql`NULL`, 25)
    expect(unserved(await explain(database(), query), atPlace)).toEqual([])
  })
})
