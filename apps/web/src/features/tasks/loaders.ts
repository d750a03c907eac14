import 'server-only'
import { notFound } from 'next/navigation'
import { z } from 'zod'

import { hasPermission } from '@kit/auth/permissions/permissions'
import { listAssignees } from '@kit/db/members/members'
import { taskPriorities, taskSorts, taskStatuses } from '@kit/db/tasks/values'
import { findTask, listTasks, type TaskRow } from '@kit/db/tasks/tasks'
import type { Tenant, TenantDb } from '@kit/db/tenancy/tenant'
import { readOrganization } from '@/lib/organization/read-organization'
import { dayIn } from '@/lib/dates/calendar'
import type { DateSettings } from '@/lib/dates/date-settings'
import { formatDay } from '@/lib/dates/format-date'
import { readDateSettings } from '@/lib/dates/read-date-settings'
import { searchSchema } from '@/lib/url/search-schema'

import { isOverdue } from './components/overdue'
import { canModifyTask } from './rules'

const PAGE_SIZE = 20

export type SearchParams = Record<string, string | string[] | undefined>

/** Invalid parameters are dropped instead of refused. */
const taskQuerySchema = z.object({
  search: searchSchema,
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

/** A page of tasks with what the user can do to each, by the same rules as the actions. */
export function loadTasks(organization: string, searchParams: SearchParams) {
  const { assignee, ...query } = taskQuerySchema.parse(searchParams)
  const load = async (db: TenantDb, tenant: Tenant) => {
    const settings = await readDateSettings()
    const page = await listTasks(db, {
      ...query,
      ...(assignee && { assigneeId: assignee }),
      limit: PAGE_SIZE,
    })
    return {
      query: { assignee, ...query } satisfies TaskQueryDto,
      tasks: page.tasks.map((task) => listedTask(taskDto(task, tenant, settings))),
      range: page.range,
      nextCursor: page.nextCursor,
      previousCursor: page.previousCursor,
      assignees: page.assignees,
      canCreate: hasPermission(tenant.membership, { task: ['create'] }),
    }
  }
  return readOrganization(organization, 'tasks', load, { expensive: query.search !== undefined })
}

export function loadTask(organization: string, taskId: string) {
  return readOrganization(organization, 'tasks/[id]', async (db, tenant) => {
    const found = z.uuid().safeParse(taskId).success ? await findTask(db, taskId) : undefined
    if (!found) notFound()
    return { task: taskDto(found.task, tenant, await readDateSettings()), assignees: found.assignees }
  })
}

/** Data for the new task form. 403 for members who can't create tasks. */
export function loadNewTask(organization: string) {
  return readOrganization(organization, 'tasks/new', async (db, { membership }) => ({
    assignees: await listAssignees(db),
    canRead: hasPermission(membership, { task: ['read'] }),
  }))
}

function taskDto(task: TaskRow, { membership }: Tenant, settings: DateSettings) {
  const authority = {
    id: task.id,
    createdBy: task.createdBy?.id ?? null,
    assigneeId: task.assignee?.id ?? null,
  }
  const mayModify = canModifyTask(membership, authority)
  return {
    ...task,
    due: dueDto(task, settings),
    createdAt: task.createdAt.toISOString(),
    updatedAt: task.updatedAt.toISOString(),
    canUpdate: mayModify && hasPermission(membership, { task: ['update'] }),
    canDelete: mayModify && hasPermission(membership, { task: ['delete'] }),
  }
}

export type TaskDto = ReturnType<typeof taskDto>

/** A due date as the user sees it. */
function dueDto(task: Pick<TaskRow, 'dueDate' | 'status'>, settings: DateSettings) {
  const { dueDate } = task
  if (dueDate === null) return null
  return {
    day: dueDate,
    label: formatDay(dueDate, settings),
    // Left out when false, because every row is sent twice.
    ...(isOverdue(task, dayIn(settings.timeZone)) && { overdue: true }),
  }
}

export type DueDto = NonNullable<ReturnType<typeof dueDto>>

/** What a row shows, and no more: it is sent twice, as HTML and as data. */
function listedTask({ id, title, status, priority, assignee, due, canUpdate, canDelete }: TaskDto) {
  return { id, title, status, priority, assignee, due, canUpdate, canDelete }
}

export type ListedTask = ReturnType<typeof listedTask>
