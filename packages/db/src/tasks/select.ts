import { and, eq, getTableColumns, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { user } from '../accounts/table'
import type { TenantDb } from '../tenancy/tenant'
import { task } from './table'

const assignee = alias(user, 'assignee')
const creator = alias(user, 'creator')

// Left out, because they are already known or replaced by people with names.
const {
  organizationId: _organization,
  assigneeId: _assignee,
  createdBy: _creator,
  ...own
} = getTableColumns(task)

/** The task's own columns by property name. New columns are included automatically. */
export const ownColumns = own

const ownSelection = Object.fromEntries(
  Object.entries(own).map(([name, column]) => [name, sql`${column}`.as(name)]),
)

/** Selects the organization's tasks with their people. Columns use property names, even in JSON. */
export function selectTasks(db: TenantDb, where: SQL | undefined) {
  return db
    .select({
      ...ownSelection,
      assigneeId: sql`${assignee.id}`.as('assigneeId'),
      assigneeName: sql`${assignee.name}`.as('assigneeName'),
      creatorId: sql`${creator.id}`.as('creatorId'),
      creatorName: sql`${creator.name}`.as('creatorName'),
    })
    .from(task)
    .leftJoin(assignee, eq(assignee.id, task.assigneeId))
    .leftJoin(creator, eq(creator.id, task.createdBy))
    .where(and(eq(task.organizationId, db.tenant.organization.id), where))
    .$dynamic()
}

export type TaskSelection = ReturnType<typeof selectTasks>
