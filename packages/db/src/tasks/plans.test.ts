import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { demoId } from '../demo/demo'
import { selectPage } from './list'
import { selectTasks } from './select'
import type { TaskQuery } from './list'
import { decodeCursor, encodeCursor } from './cursor'
import { eq } from 'drizzle-orm'
import { task } from './table'
import { taskSorts } from './values'
import { readWithAssignees } from './with-assignees'
import { withTenant } from '../tenancy/tenant'
import type { TenantDb } from '../tenancy/tenant'
import { claimOf, useTestDatabase } from '../testing/use-test-database'

const db = useTestDatabase()
const acme = demoId('organization', 'acme')
const owner = demoId('user', 'owner@acme.test')

// 20,000 tasks: 2,000 of Acme's mixed with those of 30 others, in the order of parallel writes.
beforeAll(async () => {
  await db.owner`INSERT INTO organization (name, slug) SELECT 'Other ' || n, 'other-' || n FROM generate_series(1, 30) AS n`
  await db.owner.unsafe('ALTER TABLE task DISABLE TRIGGER USER')
  await db.owner`
    INSERT INTO task (organization_id, title, description, status, priority, created_by, due_date, created_at, updated_at)
    SELECT CASE WHEN n % 10 = 0 THEN ${acme}::uuid ELSE others.ids[1 + n % 30] END,
      'Task ' || n, repeat('What there is to do. ', n % 10), (ARRAY['todo', 'done', 'backlog', 'in_review'])[1 + n % 4],
      1 + n % 4, ${owner}, CASE WHEN n % 3 <> 0 THEN current_date + n % 90 END,
      now() - n * interval '1 minute', now() - n % 500 * interval '1 minute'
    FROM generate_series(1, 20000) AS n, (SELECT array_agg(id) AS ids FROM organization WHERE slug LIKE 'other-%') AS others`
  await db.owner.unsafe('ALTER TABLE task ENABLE TRIGGER USER')
  await db.owner.unsafe('VACUUM ANALYZE task')
})

interface Plan {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  'Index Cond'?: string
  Plans?: Plan[]
}

/** Returns every plan step that reads tasks. */
function steps(plan: Plan): Plan[] {
  const own = plan['Relation Name'] === 'task' || plan['Index Name']?.startsWith('task_') ? [plan] : []
  return [...own, ...(plan.Plans ?? []).flatMap(steps)]
}

// Statements are prepared: Postgres plans for the values of the first calls, and then perhaps once for any values.
const planned = ['for its values', 'for any values'] as const
type Planned = (typeof planned)[number]

interface Query {
  getSQL: () => SQL
  toSQL: () => { sql: string }
}

async function explain(tenant: TenantDb, query: Query, how: Planned): Promise<Plan[]> {
  const statement =
    how === 'for its values'
      ? sql`EXPLAIN (FORMAT JSON) ${query}`
      : sql.raw(`EXPLAIN (FORMAT JSON, GENERIC_PLAN) ${query.toSQL().sql}`)
  const [row] = await tenant.execute<{ 'QUERY PLAN': { Plan: Plan }[] }>(statement)
  const plan = row?.['QUERY PLAN'][0]?.Plan
  if (!plan) throw new Error('There is no plan.')
  return steps(plan)
}

async function planOfPage(
  how: Planned,
  query: Omit<TaskQuery, 'limit'>,
  side?: 'after' | 'before',
): Promise<Plan[]> {
  return withTenant(claimOf('acme', 'owner@acme.test'), async (tenant) => {
    const middle = selectPage(tenant, { ...query, limit: 1 }, undefined, 1).offset(1000)
    const scope = { organizationId: acme, sort: query.sort }
    const [row] = (await readWithAssignees(tenant, middle)).tasks
    const position = side && row ? decodeCursor(scope, encodeCursor(scope, side, row)) : undefined
    return explain(tenant, selectPage(tenant, { ...query, limit: 25 }, position, 25), how)
  })
}

const cases = planned.flatMap((how) => taskSorts.map((sort) => ({ how, sort })))

describe.each(cases)('planned $how, sorted by $sort', ({ how, sort }) => {
  test('the first page uses the sort’s index', async () => {
    const plan = await planOfPage(how, { sort })
    expect(plan.map((step) => step['Node Type'])).toEqual(['Index Scan'])
    expect(plan[0]?.['Index Cond']).toMatch(/organization_id/)
  })

  test.each(['after', 'before'] as const)('a page %s a cursor starts there in the index', async (side) => {
    const plan = await planOfPage(how, { sort }, side)
    expect(plan.map((step) => step['Node Type'])).toEqual(['Index Scan'])
    // The row comparison is in the index condition, so rows before the cursor are not read.
    expect(plan[0]?.['Index Cond']).toMatch(/ROW\(/)
  })

  test.each<Omit<TaskQuery, 'limit' | 'sort'>>([
    { search: 'task' },
    { search: 'found nowhere' },
    { status: ['done', 'cancelled'] },
    { priority: ['high', 'urgent'] },
    { assigneeId: owner },
    { assigneeId: 'none' },
    { search: 'task', status: ['done'], priority: ['high'], assigneeId: owner },
  ])('filtered by %j, reads no other organization’s tasks', async (filter) => {
    const plan = await planOfPage(how, { sort, ...filter })
    expect(plan.length).toBeGreaterThan(0)
    for (const step of plan) expect(step['Node Type']).not.toBe('Seq Scan')
    const scans = plan.filter((step) => step['Index Cond'])
    expect(scans.length).toBeGreaterThan(0)
    for (const scan of scans) expect(scan['Index Cond']).toMatch(/organization_id/)
  })
})

test.each(planned)('planned %s, one task is found by its key', async (how) => {
  const plan = await withTenant(claimOf('acme', 'owner@acme.test'), (tenant) =>
    explain(tenant, selectTasks(tenant, eq(task.id, acme)).limit(1), how),
  )
  expect(plan.map((step) => step['Index Name'])).toEqual(['task_pkey'])
})
