import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { countOf } from '../query/range'
import { assigneesAsJson } from '../members/members'
import { ownColumns } from './select'
import type { TaskSelection } from './select'
import type { task } from './table'
import type { TenantDb } from '../tenancy/tenant'

type OwnColumn = keyof typeof ownColumns

const namedColumns = Object.entries(ownColumns)

/** The table's columns, with people's names. `dueDate` is YYYY-MM-DD. */
export interface TaskRow extends Pick<typeof task.$inferSelect, OwnColumn> {
  assignee: { id: string; name: string } | null
  /** Null if the creator has left the organization. */
  createdBy: { id: string; name: string } | null
}

/** A task as JSON, by the column names of `selectTasks`. */
interface FlatTask extends Record<OwnColumn, unknown> {
  assigneeId: string | null
  assigneeName: string
  creatorId: string | null
  creatorName: string
}

interface People {
  /** People a task can be assigned to, as `listAssignees` returns them. */
  assignees: { id: string; name: string }[]
}

export interface TasksWithAssignees extends People {
  tasks: TaskRow[]
}

type FoundRow = {
  found: FlatTask[] | null
  others: FlatTask[] | null
  assignees: People['assignees']
  /** All tasks of the list; null if it has one page. */
  total: number | null
  /** The tasks down to the cursor. */
  until: number
}

type Counts = Pick<FoundRow, 'total' | 'until'>

/** What to count, from `matchingRows`. */
interface Counted {
  total: SQL
  until: SQL | undefined
  /** Tasks on a page. */
  limit: number
}

/**
 * Returns a query's tasks and the possible assignees. One statement, because a page can run only six and the gate uses five. If
 * the query finds nothing, runs `otherwise` instead, if given.
 */
export async function readWithAssignees(
  db: TenantDb,
  query: TaskSelection,
  { otherwise, also, counts }: { otherwise?: TaskSelection; also?: string; counts?: Counted } = {},
): Promise<TasksWithAssignees & { found: boolean; counts: Counts }> {
  const [row] = await db.execute<FoundRow>(sql`
    WITH found AS MATERIALIZED (SELECT ${tasksAsJson(query)} AS tasks)
    SELECT tasks AS found, ${assigneesAsJson(db, { also })} AS assignees,
      CASE WHEN tasks IS NULL THEN ${otherwise ? tasksAsJson(otherwise) : sql`NULL`} END AS others,
      ${counts ? totalOf(counts) : sql`NULL`} AS total, ${counts?.until ? countOf(counts.until) : sql`0`} AS until
    FROM found`)
  if (!row) throw new Error('The database returned nothing.')
  const tasks = (row.found ?? row.others ?? []).map(taskRow)
  const { assignees, total, until } = row
  return { tasks, assignees, found: row.found !== null, counts: { total, until } }
}

/** Counts only if there is more than one page: a search for something rare has already read every row. */
function totalOf({ total, until, limit }: Counted): SQL {
  if (until) return countOf(total)
  return sql`CASE WHEN json_array_length(tasks) > ${limit} THEN ${countOf(total)} END`
}

/** Null if the query finds nothing. */
function tasksAsJson(query: TaskSelection): SQL {
  return sql`(SELECT json_agg(t) FROM (${query.getSQL()}) AS t)`
}

function taskRow({ assigneeId, assigneeName, creatorId, creatorName, ...json }: FlatTask): TaskRow {
  return {
    ...ownValues(json),
    assignee: assigneeId === null ? null : { id: assigneeId, name: assigneeName },
    createdBy: creatorId === null ? null : { id: creatorId, name: creatorName },
  }
}

/** Converts JSON values, such as dates as text, to the types of the table's columns. */
function ownValues(json: Record<OwnColumn, unknown>): Pick<TaskRow, OwnColumn> {
  const given = new Map<string, unknown>(Object.entries(json))
  const values: object = Object.fromEntries(
    namedColumns.map(([name, column]) => {
      const value = given.get(name)
      return [name, value === null ? null : column.mapFromDriverValue(value)]
    }),
  )
  if (!hasOwnColumns(values)) throw new Error('The database returned a task without some of its columns.')
  return values
}

function hasOwnColumns(values: object): values is Pick<TaskRow, OwnColumn> {
  const found = new Map<string, unknown>(Object.entries(values))
  return namedColumns.every(([name]) => found.get(name) !== undefined)
}
