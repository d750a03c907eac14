import { and, eq, ilike, inArray, isNull, or, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { containing } from '../query/like-pattern'
import { selectTasks } from './select'
import { task } from './table'
import { decodeCursor, encodeCursor } from './cursor'
import type { TaskPosition } from './cursor'
import { taskSortOrders } from './sorts'
import type { TaskPriority, TaskSort, TaskStatus } from './values'
import type { TenantDb } from '../tenancy/tenant'
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

export interface TaskPage extends TasksWithAssignees {
  nextCursor: string | null
  previousCursor: string | null
}

/**
 * Returns a page of tasks by keyset: every page costs the same, and no row is skipped or repeated when others are added
 * or deleted.
 */
export async function listTasks(db: TenantDb, query: TaskQuery): Promise<TaskPage> {
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
  } = await readWithAssignees(db, page, {
    otherwise: first,
    also: query.assigneeId,
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
  return {
    tasks,
    assignees,
    nextCursor: hasNext && last ? encodeCursor(scope, 'after', last) : null,
    previousCursor: hasPrevious && top ? encodeCursor(scope, 'before', top) : null,
  }
}

/** Selects one row more than the page, which shows whether another page follows; nearest to the position first. */
export function selectPage(
  db: TenantDb,
  query: TaskQuery,
  position: TaskPosition | undefined,
  limit: number,
) {
  const { keys, descending } = taskSortOrders[query.sort]
  const down = descending !== (position?.side === 'before')
  const direction = down ? sql`DESC` : sql`ASC`
  return selectTasks(db, and(matching(query), beyond(query.sort, position, down)))
    .orderBy(...keys.map((key) => sql`${key.expression} ${direction}`))
    .limit(limit + 1)
}

function beyond(sort: TaskSort, position: TaskPosition | undefined, down: boolean): SQL | undefined {
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
  return sql`(${place}) ${down ? sql`<` : sql`>`} (${values})`
}

function matching({ search, status, priority, assigneeId }: TaskQuery): SQL | undefined {
  const text = search && containing(search)
  return and(
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
