import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { task } from './table'
import { taskPriorities } from './values'
import type { TaskPriority, TaskSort } from './values'
import { isUuid } from '../query/uuid'

/** The columns that tasks can be sorted by. */
export interface SortableTask {
  id: string
  priority: TaskPriority
  dueDate: string | null
  createdAt: Date
  updatedAt: Date
}

/** One sort key. Its values are text in cursors, and Postgres casts them back. */
export interface SortKey {
  expression: SQL
  cast: SQL
  read: (row: SortableTask) => string
  valid: (value: string) => boolean
}

/** A total order of tasks, backed by one index. */
export interface SortOrder {
  descending: boolean
  keys: SortKey[]
}

const isInstant = (value: string) => {
  const date = new Date(value)
  return !Number.isNaN(date.getTime()) && date.toISOString() === value && value > '0001'
}

const createdAt: SortKey = {
  expression: sql`${task.createdAt}`,
  cast: sql`timestamptz`,
  read: (row) => row.createdAt.toISOString(),
  valid: isInstant,
}

const updatedAt: SortKey = {
  expression: sql`${task.updatedAt}`,
  cast: sql`timestamptz`,
  read: (row) => row.updatedAt.toISOString(),
  valid: isInstant,
}

/**
 * Sorts a missing date last; the index uses the same expression. Not `coalesce`, which is not leakproof: row-level security
 * would then prevent use of the index.
 */
const dueDate: SortKey = {
  expression: sql`(CASE WHEN ${task.dueDate} IS NULL THEN 'infinity'::date ELSE ${task.dueDate} END)`,
  cast: sql`date`,
  read: (row) => row.dueDate ?? 'infinity',
  valid: (value) => value === 'infinity' || isInstant(`${value}T00:00:00.000Z`),
}

const priority: SortKey = {
  expression: sql`${task.priority}`,
  cast: sql`smallint`,
  read: (row) => String(taskPriorities.indexOf(row.priority) + 1),
  valid: (value) => /^[1-4]$/.test(value),
}

const id: SortKey = {
  expression: sql`${task.id}`,
  cast: sql`uuid`,
  read: (row) => row.id,
  valid: isUuid,
}

// All keys of an order have the same direction, so "after this row" is one row comparison that an index can answer.
export const taskSortOrders: Record<TaskSort, SortOrder> = {
  newest: { descending: true, keys: [createdAt, id] },
  oldest: { descending: false, keys: [createdAt, id] },
  due: { descending: false, keys: [dueDate, id] },
  priority: { descending: true, keys: [priority, createdAt, id] },
  updated: { descending: true, keys: [updatedAt, id] },
}
