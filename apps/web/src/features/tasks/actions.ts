'use server'

import type { z } from 'zod'

import {
  formData,
  formErrors,
  organizationActionClient,
  withEdit,
  withFeaturePermission,
  withRateLimit,
  withResource,
  withSubmission,
} from '@kit/action-middleware'
import { listAssignees } from '@kit/db/members/members'
import {
  createTask,
  deleteTasks,
  type LockedTask,
  type LockedTaskText,
  lockTasks,
  lockTaskTexts,
  updateTasks,
} from '@kit/db/tasks/tasks'

import { replacedBy, replacedWith, taskContent } from './edits'
import { canModifyTask } from './rules'
import {
  createTaskSchema,
  deleteTasksSchema,
  patchTasksSchema,
  searchAssigneesSchema,
  updateTaskSchema,
} from './schema'

const refusedByOwnership =
  'You can only change tasks you created or are assigned to. Ask an owner or admin to assign this task to you.'

/**
 * Only tasks that this member may change or delete: any task for admins, and tasks they created or are assigned to for editors.
 */
const withOwnTasks = withResource({
  ids: (input: { taskIds: string[] }) => input.taskIds,
  load: lockTasks,
  allow: canModifyTask,
  refusal: refusedByOwnership,
})

const withOwnTask = withResource({
  ids: (input: { taskId: string }) => [input.taskId],
  load: lockTaskTexts,
  allow: canModifyTask,
  refusal: refusedByOwnership,
})

const withTaskEdit = withEdit({
  current: ({ resources: [task] }: { resources: LockedTaskText[] }) => (task ? taskContent(task) : {}),
  wanted: (input: z.infer<typeof updateTaskSchema>) => taskContent(input),
})

const withTaskPatch = withEdit({
  current: ({ resources }: { resources: LockedTask[] }, { patch }) => replacedBy(patch, resources),
  wanted: ({ taskIds, patch }: z.infer<typeof patchTasksSchema>) => replacedWith(patch, taskIds.length),
})

export const createTaskAction = organizationActionClient
  .metadata({
    name: 'tasks.create',
    impersonation: 'write',
    echo: ['title', 'description', 'status', 'priority', 'assigneeId', 'dueDate'],
  })
  .use(withFeaturePermission({ task: ['create'] }))
  .use(withRateLimit('tasks.create'))
  .inputSchema(formData(createTaskSchema), formErrors)
  .useValidated(withSubmission)
  .stateAction(async ({ parsedInput, ctx }) => {
    const { id } = await createTask(ctx.db, parsedInput, ctx.newId)
    return { taskId: id }
  })

export const updateTaskAction = organizationActionClient
  .metadata({
    name: 'tasks.update',
    impersonation: 'write',
    echo: ['title', 'description', 'status', 'priority', 'assigneeId', 'dueDate', 'version', 'decision'],
  })
  .use(withFeaturePermission({ task: ['update'] }))
  .inputSchema(formData(updateTaskSchema), formErrors)
  .useValidated(withOwnTask)
  .useValidated(withTaskEdit)
  .stateAction(async ({ parsedInput, ctx }) => {
    await updateTasks(ctx.db, [parsedInput.taskId], ctx.edit.changes)
    return { version: ctx.edit.version }
  })

/** Changes one or several tasks: all of them, or none when one may not be changed. */
export const patchTasksAction = organizationActionClient
  .metadata({ name: 'tasks.patch', impersonation: 'write' })
  .use(withFeaturePermission({ task: ['update'] }))
  .inputSchema(patchTasksSchema)
  .useValidated(withOwnTasks)
  .useValidated(withTaskPatch)
  .action(async ({ parsedInput: { taskIds, patch }, ctx }) => ({
    changed: await updateTasks(ctx.db, taskIds, patch),
  }))

/** Deletes one or several tasks: all of them, or none when one may not be deleted. */
export const deleteTasksAction = organizationActionClient
  .metadata({ name: 'tasks.delete', impersonation: 'write' })
  .use(withFeaturePermission({ task: ['delete'] }))
  .inputSchema(deleteTasksSchema)
  .useValidated(withOwnTasks)
  .action(async ({ parsedInput: { taskIds }, ctx }) => ({
    deleted: await deleteTasks(ctx.db, taskIds),
  }))

/** The people of an organization that is too large to list. Read only. */
export const searchAssigneesAction = organizationActionClient
  .metadata({ name: 'tasks.searchAssignees', impersonation: 'read' })
  .use(withFeaturePermission({ task: ['read'] }))
  .use(withRateLimit('tasks.searchAssignees'))
  .inputSchema(searchAssigneesSchema)
  .action(async ({ parsedInput: { search }, ctx }) => {
    const people = await listAssignees(ctx.db, { search })
    return { people: people.map(({ id, name }) => ({ id, name })) }
  })
