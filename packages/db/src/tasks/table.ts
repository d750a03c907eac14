import { sql } from 'drizzle-orm'
import { check, customType, date, foreignKey, index, text, uuid } from 'drizzle-orm/pg-core'
import { member } from '../members/table'
import { tenantTable } from '../schema/tenant-table'
import { lineCheck, textCheck } from '../schema/text-checks'
import { taskPriorities, taskStatuses } from './values'
import type { TaskPriority } from './values'

/** Stored as a number, which sorts by weight and has leakproof operators, so row-level security allows an index. */
const priority = customType<{ data: TaskPriority; driverData: number }>({
  dataType: () => 'smallint',
  toDriver: (value) => taskPriorities.indexOf(value) + 1,
  fromDriver: (weight) => {
    const value = taskPriorities[weight - 1]
    if (!value) throw new Error(`No priority has the weight ${weight}.`)
    return value
  },
})

export const task = tenantTable(
  'task',
  'title',
  {
    title: text().notNull(),
    description: text().notNull().default(''),
    // Text with a check, because an enum's operators are not leakproof and row-level security would prevent use of an index.
    status: text({ enum: taskStatuses }).notNull().default('backlog'),
    priority: priority()
      .notNull()
      .default(sql`2`),
    assigneeId: uuid(),
    dueDate: date({ mode: 'string' }),
  },
  (table) => [
    // drizzle/0007_tasks.sql narrows this to SET NULL (assignee_id): the organization stays.
    foreignKey({
      name: 'task_assignee_is_member',
      columns: [table.organizationId, table.assigneeId],
      foreignColumns: [member.organizationId, member.userId],
    }).onDelete('set null'),
    index('task_by_age').on(table.organizationId, table.createdAt, table.id),
    index('task_by_change').on(table.organizationId, table.updatedAt, table.id),
    index('task_by_due_date').on(
      table.organizationId,
      sql`(CASE WHEN ${table.dueDate} IS NULL THEN 'infinity'::date ELSE ${table.dueDate} END)`,
      table.id,
    ),
    index('task_by_priority').on(table.organizationId, table.priority, table.createdAt, table.id),
    // For a status that few tasks have; by age, a page and its count would read all the others too.
    index('task_by_status').on(table.organizationId, table.status, table.createdAt, table.id),
    index('task_by_assignee').on(table.organizationId, table.assigneeId, table.createdAt, table.id),
    index('task_creator').on(table.createdBy),
    check('task_title_length', sql`length(${table.title}) BETWEEN 1 AND 200`),
    check('task_title_line', lineCheck(table.title)),
    check('task_description_length', sql`length(${table.description}) <= 5000`),
    check('task_description_text', textCheck(table.description)),
    check(
      'task_status_known',
      sql`${table.status} IN ('backlog', 'todo', 'in_progress', 'in_review', 'done', 'cancelled')`,
    ),
    check('task_priority_known', sql`${table.priority} BETWEEN 1 AND 4`),
    check('task_due_date_range', sql`${table.dueDate} BETWEEN '2000-01-01' AND '2199-12-31'`),
  ],
)
