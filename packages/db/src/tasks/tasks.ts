import { randomUUID } from 'node:crypto'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { ConflictError } from '../connection/conflict-error'
import { violatedConstraint } from '../connection/database-error'
import { task } from './table'
import { selectTasks } from './select'
import { readWithAssignees } from './with-assignees'
import type { TaskRow, TasksWithAssignees } from './with-assignees'
import type { TaskPriority, TaskStatus } from './values'
import type { TenantDb } from '../tenancy/tenant'
import { isUuid } from '../query/uuid'

export { listTasks } from './list'
export type { TaskPage, TaskQuery } from './list'
export type { TaskRow } from './with-assignees'

/** The facts that decide who may change a task, and the values that a list can change. */
export interface LockedTask {
  id: string
  createdBy: string | null
  assigneeId: string | null
  status: TaskStatus
  priority: TaskPriority
  dueDate: string | null
}

/** With the texts, which only a form changes. */
export interface LockedTaskText extends LockedTask {
  title: string
  description: string
}

export interface NewTask {
  title: string
  description?: string
  status?: TaskStatus
  priority?: TaskPriority
  assigneeId?: string | null
  /** YYYY-MM-DD */
  dueDate?: string | null
}

/** Missing values stay as they are; null clears. */
export type TaskPatch = Partial<NewTask>

/** Returns one task with its possible assignees, or undefined when the organization doesn't have it. */
export async function findTask(
  db: TenantDb,
  id: string,
): Promise<{ task: TaskRow; assignees: TasksWithAssignees['assignees'] } | undefined> {
  if (!isUuid(id)) return undefined
  const { tasks, assignees } = await readWithAssignees(db, selectTasks(db, eq(task.id, id)).limit(1))
  const [found] = tasks
  return found && { task: found, assignees }
}

const locked = {
  id: task.id,
  createdBy: task.createdBy,
  assigneeId: task.assigneeId,
  status: task.status,
  priority: task.priority,
  dueDate: task.dueDate,
}

/**
 * Locks the tasks until the transaction ends, so decisions about them stay true. Leaves out IDs of other organizations.
 * Locks in order of ID, so two calls never deadlock.
 */
export async function lockTasks(db: TenantDb, ids: string[]): Promise<LockedTask[]> {
  return db.select(locked).from(task).where(among(db, ids)).orderBy(task.id).for('update')
}

/** Like `lockTasks`, with the texts. */
export async function lockTaskTexts(db: TenantDb, ids: string[]): Promise<LockedTaskText[]> {
  const texts = { title: task.title, description: task.description }
  return db
    .select({ ...locked, ...texts })
    .from(task)
    .where(among(db, ids))
    .orderBy(task.id)
    .for('update')
}

/**
 * Creates a task. The creator is the current member. If a task has the ID already, it stays as it is.
 * @throws ConflictError ASSIGNEE_NOT_A_MEMBER
 */
export async function createTask(
  db: TenantDb,
  values: NewTask,
  id: string = randomUUID(),
): Promise<{ id: string }> {
  const { organization, membership } = db.tenant
  await refusingStrangers(
    db
      .insert(task)
      .values({
        ...pick(values),
        id,
        title: values.title,
        organizationId: organization.id,
        createdBy: membership.userId,
      })
      .onConflictDoNothing({ target: task.id }),
  )
  return { id }
}

/**
 * Applies the same changes to each task. Without changes, writes nothing.
 * @returns the number of tasks
 * @throws ConflictError ASSIGNEE_NOT_A_MEMBER
 */
export async function updateTasks(db: TenantDb, ids: string[], patch: TaskPatch): Promise<number> {
  if (Object.values(pick(patch)).every((value) => value === undefined)) return ids.length
  const { count } = await refusingStrangers(
    db
      .update(task)
      .set({ ...pick(patch), updatedAt: sql`now()` })
      .where(among(db, ids)),
  )
  return count
}

/** @returns the number of deleted tasks */
export async function deleteTasks(db: TenantDb, ids: string[]): Promise<number> {
  const { count } = await db.delete(task).where(among(db, ids))
  return count
}

function among(db: TenantDb, ids: string[]) {
  return and(eq(task.organizationId, db.tenant.organization.id), inArray(task.id, ids.filter(isUuid)))
}

/** Keeps only the writable properties, because an object can have more than its type says. */
function pick({ title, description, status, priority, assigneeId, dueDate }: TaskPatch): TaskPatch {
  return { title, description, status, priority, assigneeId, dueDate }
}

async function refusingStrangers<T>(statement: PromiseLike<T>): Promise<T> {
  try {
    return await statement
  } catch (error) {
    if (violatedConstraint(error) === 'task_assignee_is_member')
      throw new ConflictError('ASSIGNEE_NOT_A_MEMBER')
    throw error
  }
}
