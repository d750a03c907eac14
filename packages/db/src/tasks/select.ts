import { and, eq, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { user } from '../accounts/table'
import type { TenantDb } from '../tenancy/tenant'
import { task } from './table'

const assignee = alias(user, 'assignee')
const creator = alias(user, 'creator')

/** The organization's tasks with the people on them. Each column has a name of its own, by which JSON knows it. */
export function selectTasks(db: TenantDb, where: SQL | undefined) {
  return db
    .select({
      id: task.id,
      title: task.title,
      description: task.description,
      status: task.status,
      priority: task.priority,
      dueDate: task.dueDate,
      assigneeId: sql`${assignee.id}`.as('assignee_id'),
      assigneeName: sql`${assignee.name}`.as('assignee_name'),
      creatorId: sql`${creator.id}`.as('creator_id'),
      creatorName: sql`${creator.name}`.as('creator_name'),
      createdAt: task.createdAt,
      updatedAt: task.updatedAt,
    })
    .from(task)
    .leftJoin(assignee, eq(assignee.id, task.assigneeId))
    .leftJoin(creator, eq(creator.id, task.createdBy))
    .where(and(eq(task.organizationId, db.tenant.organization.id), where))
    .$dynamic()
}

export type TaskSelection = ReturnType<typeof selectTasks>
