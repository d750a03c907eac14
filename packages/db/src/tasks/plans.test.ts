import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { demoId } from '../demo/demo'
import { listTasks, matchingRows, rowsUntil, selectPage } from './list'
import { countOf, COUNTED } from '../query/range'
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
  'Actual Rows'?: number
  'Rows Removed by Filter'?: number
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

describe('the tasks of a large organization', () => {
  const globex = demoId('organization', 'globex')
  const claim = claimOf('globex', 'owner@globex.test')

  beforeAll(async () => {
    await db.owner.unsafe('ALTER TABLE task DISABLE TRIGGER USER')
    await db.owner`
      INSERT INTO task (organization_id, title, created_by, status, due_date, priority, created_at, updated_at)
      SELECT ${globex}, 'Task ' || n, ${demoId('user', 'owner@globex.test')},
        CASE WHEN n % 500 = 0 THEN 'cancelled' ELSE 'todo' END, current_date + n % 90, 1 + n % 4,
        now() - n * interval '1 second', now() - n * interval '1 second'
      FROM generate_series(1, 60000) AS n`
    await db.owner.unsafe('ALTER TABLE task ENABLE TRIGGER USER')
    await db.owner.unsafe('VACUUM ANALYZE task')
  })

  /** The steps that count these rows, as they were run. */
  async function counted(rows: (tenant: TenantDb) => SQL): Promise<Plan[]> {
    return withTenant(claim, async (tenant) => {
      const [found] = await tenant.execute<{ 'QUERY PLAN': { Plan: Plan }[] }>(
        sql`EXPLAIN (ANALYZE, FORMAT JSON) SELECT ${countOf(rows(tenant))}`,
      )
      const plan = found?.['QUERY PLAN'][0]?.Plan
      if (!plan) throw new Error('There is no plan.')
      return steps(plan)
    })
  }

  test.each(taskSorts)(
    'counting them, sorted by %s, reads only as many as are counted, in an index',
    async (sort) => {
      const [step, ...others] = await counted((tenant) => matchingRows(tenant, { sort, limit: 20 }))
      expect(others).toEqual([])
      expect(step?.['Node Type']).toMatch(/^Index/)
      expect(step?.['Index Cond']).toMatch(/organization_id/)
      expect(step?.['Actual Rows']).toBe(COUNTED + 1)
    },
  )

  test.each(taskSorts)('counting those with a rare status, sorted by %s, reads no others', async (sort) => {
    const plan = await counted((tenant) => matchingRows(tenant, { sort, status: ['cancelled'], limit: 20 }))
    expect(plan.length).toBeGreaterThan(0)
    for (const step of plan) expect(step['Rows Removed by Filter'] ?? 0).toBe(0)
  })

  test.each(taskSorts)('counting down to a cursor, sorted by %s, reads no more', async (sort) => {
    const query = { sort, limit: 20 }
    const [step, ...others] = await counted((tenant) => {
      const row = {
        id: acme,
        priority: 'high',
        dueDate: '2030-01-01',
        createdAt: new Date(Date.now() - 3_600_000),
        updatedAt: new Date(Date.now() - 3_600_000),
      } as const
      const scope = { organizationId: globex, sort }
      const position = decodeCursor(scope, encodeCursor(scope, 'after', row))
      if (!position) throw new Error('The cursor is not valid.')
      return rowsUntil(tenant, query, position)
    })
    expect(others).toEqual([])
    expect(step?.['Node Type']).toMatch(/^Index/)
    expect(step?.['Actual Rows']).toBeLessThanOrEqual(COUNTED + 1)
  })

  test('their number is estimated, and a position beyond the counted rows has no number', async () => {
    const page = await withTenant(claim, (tenant) => listTasks(tenant, { sort: 'newest', limit: 20 }))
    expect(page.range).toMatchObject({ first: 1, isEstimate: true })
    expect(Math.abs(page.range.total - 60_000)).toBeLessThan(6000)
    const far = await withTenant(claim, async (tenant) => {
      const [last] = (
        await readWithAssignees(
          tenant,
          selectPage(tenant, { sort: 'newest', limit: 1 }, undefined, 1).offset(3000),
        )
      ).tasks
      const scope = { organizationId: globex, sort: 'newest' } as const
      const cursor = last && encodeCursor(scope, 'before', last)
      return listTasks(tenant, { sort: 'newest', limit: 20, cursor })
    })
    expect(far.range).toMatchObject({ first: null, isEstimate: true })
    expect(far.tasks).toHaveLength(20)
  })
})
