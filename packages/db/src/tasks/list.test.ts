import { beforeAll, describe, expect, test } from 'vitest'
import { demoId } from '../demo/demo'
import { listTasks } from './list'
import type { TaskQuery } from './list'
import type { TaskRow } from './with-assignees'
import { taskPriorities, taskSorts } from './values'
import type { TaskSort } from './values'
import { withTenant } from '../tenancy/tenant'
import { claimOf, useTestDatabase } from '../testing/use-test-database'

const db = useTestDatabase()
const claim = claimOf('acme', 'viewer@acme.test')
const list = (query: Partial<TaskQuery> = {}) =>
  withTenant(claim, (tenant) => listTasks(tenant, { sort: 'newest', limit: 100, ...query }), {
    readOnly: true,
  })

const acme = demoId('organization', 'acme')
const person = (email: string) => demoId('user', email)

beforeAll(async () => {
  // Equal values in every sort key: the same time, the same day, no day, the same priority.
  await db.owner`DELETE FROM task`
  await db.owner`
    INSERT INTO task (organization_id, title, created_by, assignee_id, priority, status, due_date, created_at, updated_at)
    SELECT ${acme}, 'Task ' || n, ${person('owner@acme.test')}, CASE WHEN n % 3 = 0 THEN ${person('editor@acme.test')}::uuid END,
      1 + n % 4, (ARRAY['todo', 'done', 'backlog'])[1 + n % 3],
      CASE WHEN n % 5 <> 0 THEN date '2026-01-01' + n % 4 END,
      timestamptz '2026-01-01 00:00:00.123Z' + (n / 6) * interval '1 hour',
      timestamptz '2026-02-01 00:00:00.987Z' + (n % 7) * interval '1 minute'
    FROM generate_series(1, 53) AS n`
  await db.owner`INSERT INTO task (organization_id, title, created_by)
    VALUES (${demoId('organization', 'globex')}, 'Task of Globex', ${person('owner@globex.test')})`
})

/** The ascending sort key of each order, computed in JavaScript. */
const sortKeys: Record<TaskSort, (row: TaskRow) => string> = {
  newest: (row) => row.createdAt.toISOString() + row.id,
  oldest: (row) => row.createdAt.toISOString() + row.id,
  due: (row) => (row.dueDate ?? 'infinity') + row.id,
  priority: (row) => taskPriorities.indexOf(row.priority) + row.createdAt.toISOString() + row.id,
  updated: (row) => row.updatedAt.toISOString() + row.id,
}

describe.each(taskSorts)('sorted by %s', (sort) => {
  const expected = async () => {
    const { tasks } = await list({ sort })
    const keys = tasks.map(sortKeys[sort]).sort()
    return sort === 'oldest' || sort === 'due' ? keys : keys.toReversed()
  }

  test('all rows are in the sort’s order', async () => {
    const { tasks, nextCursor, previousCursor } = await list({ sort })
    expect(tasks).toHaveLength(53)
    expect(tasks.map(sortKeys[sort])).toEqual(await expected())
    expect([nextCursor, previousCursor]).toEqual([null, null])
  })

  test.each([1, 7, 10, 53])(
    'pages of %i are numbered and show every row once, forward and back',
    async (limit) => {
      let page = await list({ sort, limit })
      const pages = [page]
      while (page.nextCursor) {
        page = await list({ sort, limit, cursor: page.nextCursor })
        pages.push(page)
      }
      expect(pages.flatMap(({ tasks }) => tasks).map(sortKeys[sort])).toEqual(await expected())
      for (const [index, { range }] of pages.entries())
        expect(range).toEqual({ first: 1 + index * limit, total: 53, isEstimate: false })

      for (const before of pages.slice(0, -1).toReversed()) {
        page = await list({ sort, limit, cursor: page.previousCursor ?? 'none' })
        expect(page.tasks).toEqual(before.tasks)
        expect(page.range).toEqual(before.range)
        expect(page.nextCursor).not.toBeNull()
      }
      expect(page.previousCursor).toBeNull()
    },
  )
})

describe('filters', () => {
  test('apply alone and together', async () => {
    const { tasks } = await list({
      status: ['todo', 'done'],
      priority: ['urgent'],
      assigneeId: person('editor@acme.test'),
    })
    expect(tasks.length).toBeGreaterThan(0)
    for (const row of tasks) {
      expect(row).toMatchObject({ priority: 'urgent', assignee: { name: 'Acme Editor' } })
      expect(['todo', 'done']).toContain(row.status)
    }
    const { tasks: unassigned } = await list({ assigneeId: 'none' })
    expect(unassigned).toHaveLength(36)
    expect(new Set(unassigned.map((row) => row.assignee))).toEqual(new Set([null]))
  })

  test('apply to later pages', async () => {
    const first = await list({ status: ['done'], limit: 10 })
    const second = await list({ status: ['done'], limit: 10, cursor: first.nextCursor ?? '' })
    expect(first.tasks).toHaveLength(10)
    expect(second.tasks).toHaveLength(8)
    expect(second.nextCursor).toBeNull()
  })

  test('an unknown assignee finds nothing without an error', async () => {
    expect((await list({ assigneeId: "' OR 1=1" })).tasks).toEqual([])
    expect((await list({ assigneeId: person('owner@globex.test') })).tasks).toEqual([])
  })

  test('a limit out of bounds is clamped', async () => {
    expect((await list({ limit: 0 })).tasks).toHaveLength(1)
    expect((await list({ limit: Number.NaN })).tasks).toHaveLength(1)
    expect((await list({ limit: 1e9 })).tasks).toHaveLength(53)
  })
})

const find = async (search: string) => (await list({ search })).tasks.map((row) => row.title).sort()

describe('search', () => {
  const titles = [
    '100% done',
    '100 done',
    'snake_case',
    'snakeXcase',
    String.raw`C:\temp`,
    'O\'Brien "quoted"',
    '); DROP TABLE task; --',
  ]
  beforeAll(async () => {
    for (const title of titles) {
      await db.owner`INSERT INTO task (organization_id, title, created_by) VALUES (${acme}, ${title}, ${person('owner@acme.test')})`
    }
  })

  test.each([
    ['100%', ['100% done']],
    ['e_c', ['snake_case']],
    ['%_%', []],
    ['\\', [String.raw`C:\temp`]],
    [String.raw`C:\t`, [String.raw`C:\temp`]],
    [String.raw`\%`, []],
    ["O'B", ['O\'Brien "quoted"']],
    ['"QUOTED"', ['O\'Brien "quoted"']],
    ["'; DELETE FROM task; --", []],
    ['); drop table', ['); DROP TABLE task; --']],
    ['Done\0', ['100 done', '100% done']],
    ['\ud800', []],
    ['Globex', []],
  ])('%j is found literally', async (search, expected) => {
    expect(await find(search)).toEqual(expected)
  })

  test('searches descriptions', async () => {
    await db.owner`UPDATE task SET description = 'needle in here' WHERE title = 'snake_case'`
    expect(await find('NEEDLE')).toEqual(['snake_case'])
  })
})

const forge = (values: readonly string[]) => values.join('_')

describe('an invalid cursor gives the first page', () => {
  const uuid = acme
  const instant = '2026-01-01T00:00:00.000Z'

  test.each([
    ['text', 'nonsense'],
    ['SQL', "' OR 1=1 --"],
    ['nothing', ''],
    ['only separators', '____'],
    ['too few values', forge([acme, 'newest', 'after', instant])],
    ['too many values', forge([acme, 'newest', 'after', instant, uuid, uuid])],
    ['another organization', forge([demoId('organization', 'globex'), 'newest', 'after', instant, uuid])],
    ['another sort', forge([acme, 'oldest', 'after', instant, uuid])],
    ['an unknown side', forge([acme, 'newest', '__proto__', instant, uuid])],
    ['SQL instead of a time', forge([acme, 'newest', 'after', "now()'; --", uuid])],
    ['an impossible day', forge([acme, 'newest', 'after', '2026-02-31T00:00:00.000Z', uuid])],
    ['the year 0', forge([acme, 'newest', 'after', '0000-01-01T00:00:00.000Z', uuid])],
    ['a year out of range', forge([acme, 'newest', 'after', '+275760-09-13T00:00:00.000Z', uuid])],
    ['a negative year', forge([acme, 'newest', 'after', '-000001-01-01T00:00:00.000Z', uuid])],
    ['numbers', forge([acme, 'newest', 'after', '1', '2'])],
    ['SQL instead of an ID', forge([acme, 'newest', 'after', instant, "'; DROP TABLE task; --"])],
    ['a very long string', 'A'.repeat(100_000)],
  ])('%s', async (_what, cursor) => {
    expect(await list({ cursor, limit: 5 })).toEqual(await list({ limit: 5 }))
  })

  test('also a position with no rows after it', async () => {
    const cursor = forge([acme, 'newest', 'after', '1999-01-01T00:00:00.000Z', uuid])
    expect(await list({ cursor, limit: 5 })).toEqual(await list({ limit: 5 }))
  })

  test.each([
    ['due', ['2026-02-31', uuid]],
    ['due', ['infinity; --', uuid]],
    ['priority', ['99999', instant, uuid]],
    ['priority', ['0', instant, uuid]],
  ] as const)('sorted by %s, with %j', async (sort, values) => {
    const cursor = forge([acme, sort, 'after', ...values])
    expect(await list({ sort, cursor, limit: 5 })).toEqual(await list({ sort, limit: 5 }))
  })
})
