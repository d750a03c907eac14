import { and, eq, ilike, inArray, isNull, or, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { containing } from '../query/like-pattern'
import { findMatches } from '../query/matches'
import type { Matches } from '../query/matches'
import { selectTasks } from './select'
import { task } from './table'
import { decodeCursor, encodeCursor } from './cursor'
import type { TaskPosition } from './cursor'
import { taskSortOrders } from './sorts'
import type { TaskPriority, TaskSort, TaskStatus } from './values'
import type { TenantDb } from '../tenancy/tenant'
import { COUNTED, rangeOf } from '../query/range'
import type { ListRange } from '../query/range'
import { readWithAssignees } from './with-assignees'
import type { TasksWithAssignees } from './with-assignees'
import { isUuid } from '../query/uuid'

export interface TaskQuery {
  /** Matches titles and descriptions literally, ignoring case. */
  search?: string
  status?: TaskStatus[]
  priority?: TaskPriority[]
  assigneeId?: string | 'none'
  sort: TaskSort
  /** From a `TaskPage`. Any other text gives the first page. */
  cursor?: string
  /** Tasks on a page, 1 to 100. */
  limit: number
}

/** A query, with what the index found for its search. */
export interface IndexedTaskQuery extends TaskQuery {
  matches?: Matches
}

export interface TaskPage extends TasksWithAssignees {
  range: ListRange
  nextCursor: string | null
  previousCursor: string | null
}

/**
 * Returns a page of tasks by keyset: every page costs the same, and no row is skipped or repeated when others are added
 * or deleted.
 */
export async function listTasks(db: TenantDb, wanted: TaskQuery): Promise<TaskPage> {
  const query = { ...wanted, matches: await findMatches(db, task, wanted.search) }
  const scope = { organizationId: db.tenant.organization.id, sort: query.sort }
  const asked = decodeCursor(scope, query.cursor)
  const limit = Math.min(Math.max(Math.trunc(query.limit) || 1, 1), 100)
  const page = selectPage(db, query, asked, limit)
  // The rows after the cursor may be gone. The first page is better than an empty one without links.
  const first = asked && selectPage(db, query, undefined, limit)
  const {
    tasks: rows,
    assignees,
    found,
    counts,
  } = await readWithAssignees(db, page, {
    otherwise: first,
    also: query.assigneeId,
    counts: { total: matchingRows(db, query), until: asked && rowsUntil(db, query, asked), limit },
  })
  const position = found ? asked : undefined

  const backwards = position?.side === 'before'
  const more = rows.length > limit
  const tasks = rows.slice(0, limit)
  if (backwards) tasks.reverse()
  const top = tasks[0]
  const last = tasks.at(-1)
  const hasPrevious = backwards ? more : position !== undefined
  const hasNext = backwards || more
  // When paging backwards, the rows up to the cursor include this page.
  const isFar = counts.until > COUNTED
  const before = position ? counts.until - (backwards && !isFar ? tasks.length : 0) : 0
  const range = await rangeOf(
    db,
    { total: counts.total, before },
    { length: tasks.length, rows: matchingRows(db, query) },
  )
  return {
    tasks,
    assignees,
    range,
    nextCursor: hasNext && last ? encodeCursor(scope, 'after', last) : null,
    previousCursor: hasPrevious && top ? encodeCursor(scope, 'before', top) : null,
  }
}

/** Selects one row more than the page, which shows whether another page follows; nearest to the position first. */
export function selectPage(
  db: TenantDb,
  query: IndexedTaskQuery,
  position: TaskPosition | undefined,
  limit: number,
) {
  const down = taskSortOrders[query.sort].descending !== (position?.side === 'before')
  return selectTasks(db, and(matching(query), beyond(query.sort, position, down)))
    .orderBy(inOrder(query.sort, down))
    .limit(limit + 1)
}

/** The tasks of the whole list, without columns. Sorted, so counting some of them reads no others. */
export function matchingRows(db: TenantDb, query: IndexedTaskQuery, also?: SQL): SQL {
  const own = eq(task.organizationId, db.tenant.organization.id)
  const order = inOrder(query.sort, taskSortOrders[query.sort].descending)
  return sql`SELECT FROM ${task} WHERE ${and(own, matching(query), also)} ORDER BY ${order}`
}

function inOrder(sort: TaskSort, down: boolean): SQL {
  const direction = down ? sql`DESC` : sql`ASC`
  return sql.join(
    taskSortOrders[sort].keys.map((key) => sql`${key.expression} ${direction}`),
    sql`, `,
  )
}

/** The tasks of the list up to a position, including the task at the position if the page starts after it. */
export function rowsUntil(db: TenantDb, query: IndexedTaskQuery, position: TaskPosition): SQL {
  const { descending } = taskSortOrders[query.sort]
  return matchingRows(db, query, beyond(query.sort, position, !descending, position.side === 'after'))
}

function beyond(
  sort: TaskSort,
  position: TaskPosition | undefined,
  down: boolean,
  isInclusive = false,
): SQL | undefined {
  if (!position) return undefined
  const { keys } = taskSortOrders[sort]
  const place = sql.join(
    keys.map((key) => key.expression),
    sql`, `,
  )
  const values = sql.join(
    keys.map((key, index) => sql`${position.values[index]}::${key.cast}`),
    sql`, `,
  )
  const isPast = down ? sql`<` : sql`>`
  return sql`(${place}) ${isPast}${isInclusive ? sql`=` : sql``} (${values})`
}

function matching({ search, matches, status, priority, assigneeId }: IndexedTaskQuery): SQL | undefined {
  const text = search && containing(search)
  return and(
    matches,
    text ? or(ilike(task.title, text), ilike(task.description, text)) : undefined,
    status?.length ? inArray(task.status, status) : undefined,
    priority?.length ? inArray(task.priority, priority) : undefined,
    assigneeId ? assignedTo(assigneeId) : undefined,
  )
}

function assignedTo(assigneeId: string): SQL {
  if (assigneeId === 'none') return isNull(task.assigneeId)
  return isUuid(assigneeId) ? eq(task.assigneeId, assigneeId) : sql`false`
}
