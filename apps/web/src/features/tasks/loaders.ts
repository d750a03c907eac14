import 'server-only'
import { notFound } from 'next/navigation'
import { z } from 'zod'

import { hasPermission } from '@kit/auth/permissions/permissions'
import { listAssignees } from '@kit/db/members/members'
import { taskPriorities, taskSorts, taskStatuses } from '@kit/db/tasks/values'
import { findTask, listTasks, type TaskRow } from '@kit/db/tasks/tasks'
import type { Tenant, TenantDb } from '@kit/db/tenancy/tenant'
import { readOrganization } from '@/lib/organization/read-organization'

import { canModifyTask } from './rules'

const PAGE_SIZE = 20

export type SearchParams = Record<string, string | string[] | undefined>

/** Anything the address bar may hold; what makes no sense is left out, since nobody typed it on purpose. */
const taskQuerySchema = z.object({
  search: z.string().trim().min(1).max(200).optional().catch(undefined),
  status: severalOf(taskStatuses),
  priority: severalOf(taskPriorities),
  assignee: z.uuid().or(z.literal('none')).optional().catch(undefined),
  sort: z.enum(taskSorts).catch('newest'),
  cursor: z.string().max(512).optional().catch(undefined),
})

function severalOf<const Value extends string>(values: readonly [Value, ...Value[]]) {
  return z
    .preprocess(
      (given) => (typeof given === 'string' ? [given] : given),
      z.array(z.enum(values)).min(1).max(values.length),
    )
    .optional()
    .catch(undefined)
}

export type TaskQueryDto = z.infer<typeof taskQuerySchema>

/** A page of tasks with what the reader may do to each, decided by the same rules as the actions. */
export function loadTasks(organization: string, searchParams: SearchParams) {
  const { assignee, ...query } = taskQuerySchema.parse(searchParams)
  const load = async (db: TenantDb, tenant: Tenant) => {
    const page = await listTasks(db, {
      ...query,
      ...(assignee && { assigneeId: assignee }),
      limit: PAGE_SIZE,
    })
    return {
      query: { assignee, ...query } satisfies TaskQueryDto,
      tasks: page.tasks.map((task) => taskDto(task, tenant)),
      nextCursor: page.nextCursor,
      previousCursor: page.previousCursor,
      assignees: page.assignees,
      canCreate: hasPermission(tenant.membership, { task: ['create'] }),
    }
  }
  return readOrganization(organization, 'tasks', load, { expensive: query.search !== undefined })
}

/** One task with the people it may be assigned to. */
export function loadTask(organization: string, taskId: string) {
  return readOrganization(organization, 'tasks/[id]', async (db, tenant) => {
    const found = z.uuid().safeParse(taskId).success ? await findTask(db, taskId) : undefined
    if (!found) notFound()
    return { task: taskDto(found.task, tenant), assignees: found.assignees }
  })
}

/** What the form of a new task needs; 403 for who may not create one. */
export function loadNewTask(organization: string) {
  return readOrganization(organization, 'tasks/new', async (db) => ({
    assignees: await listAssignees(db),
  }))
}

function taskDto(task: TaskRow, { membership }: Tenant) {
  const authority = {
    id: task.id,
    createdBy: task.createdBy?.id ?? null,
    assigneeId: task.assignee?.id ?? null,
  }
  const mayModify = canModifyTask(membership, authority)
  return {
    ...task,
    createdAt: task.createdAt.toISOString(),
    updatedAt: task.updatedAt.toISOString(),
    canUpdate: mayModify && hasPermission(membership, { task: ['update'] }),
    canDelete: mayModify && hasPermission(membership, { task: ['delete'] }),
  }
}

export type TaskDto = ReturnType<typeof taskDto>
