import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { assigneesAsJson } from '../members/members'
import type { TaskSelection } from './select'
import { taskPriorities } from './values'
import type { TaskPriority, TaskStatus } from './values'
import type { TenantDb } from '../tenancy/tenant'

export interface TaskRow {
  id: string
  title: string
  description: string
  status: TaskStatus
  priority: TaskPriority
  /** YYYY-MM-DD */
  dueDate: string | null
  assignee: { id: string; name: string } | null
  /** Null when they have left the organization. */
  createdBy: { id: string; name: string } | null
  createdAt: Date
  updatedAt: Date
}

/** A task as JSON, by the column names of `selectTasks`. */
interface FlatTask {
  id: string
  title: string
  description: string
  status: TaskStatus
  priority: number
  due_date: string | null
  assignee_id: string | null
  assignee_name: string
  creator_id: string | null
  creator_name: string
  created_at: string
  updated_at: string
}

interface People {
  /** Everyone a task can be given to. */
  assignees: { id: string; name: string }[]
}

export interface TasksWithAssignees extends People {
  tasks: TaskRow[]
}

type FoundRow = { found: FlatTask[] | null; others: FlatTask[] | null; assignees: People['assignees'] }

/**
 * The tasks of a query and the people that any of them can be given to, in one statement: a page has six, and the gate
 * takes five of them. Where the query finds none, those of the other one, if there is one; it is not run otherwise.
 */
export async function readWithAssignees(
  db: TenantDb,
  query: TaskSelection,
  otherwise?: TaskSelection,
): Promise<TasksWithAssignees & { found: boolean }> {
  const [row] = await db.execute<FoundRow>(sql`
    WITH found AS (SELECT ${tasksAsJson(query)} AS tasks)
    SELECT tasks AS found, ${assigneesAsJson(db)} AS assignees,
      CASE WHEN tasks IS NULL THEN ${otherwise ? tasksAsJson(otherwise) : sql`NULL`} END AS others
    FROM found`)
  if (!row) throw new Error('The database returned nothing.')
  const tasks = (row.found ?? row.others ?? []).map(taskRow)
  return { tasks, assignees: row.assignees, found: row.found !== null }
}

/** Null for none. */
function tasksAsJson(query: TaskSelection): SQL {
  return sql`(SELECT json_agg(t) FROM (${query.getSQL()}) AS t)`
}

function taskRow(task: FlatTask): TaskRow {
  const { id, title, description, status, assignee_id, assignee_name, creator_id, creator_name } = task
  const priority = taskPriorities[task.priority - 1]
  if (!priority) throw new Error(`No priority has the weight ${task.priority}.`)
  return {
    id,
    title,
    description,
    status,
    priority,
    dueDate: task.due_date,
    assignee: assignee_id === null ? null : { id: assignee_id, name: assignee_name },
    createdBy: creator_id === null ? null : { id: creator_id, name: creator_name },
    createdAt: new Date(task.created_at),
    updatedAt: new Date(task.updated_at),
  }
}
