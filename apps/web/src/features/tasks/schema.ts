import { z } from 'zod'

import { organizationSlugSchema } from '@kit/action-middleware/input/organization-reference'
import { versionField } from '@kit/action-middleware/input/version-schema'
import { taskBounds, taskPriorities, taskStatuses } from '@kit/db/tasks/values'
import { SEARCH_LENGTH } from '@/lib/input/search-length'
import { storableLine, storableText } from '@/lib/input/storable-text'

const titleSchema = storableLine().min(1, 'Enter a title.').max(taskBounds.titleLength)
const descriptionSchema = storableText().max(taskBounds.descriptionLength)
const statusSchema = z.enum(taskStatuses)
const prioritySchema = z.enum(taskPriorities)
const assigneeSchema = z.uuid()
/** A calendar day. ISO days sort as text, so the bounds compare as text. */
const dueDateSchema = z.iso
  .date()
  .refine(
    (day) => day >= taskBounds.earliestDueDate && day <= taskBounds.latestDueDate,
    `Choose a date from ${taskBounds.earliestDueDate} to ${taskBounds.latestDueDate}.`,
  )

/** An empty form field means "none". */
const emptyAsNull = z.literal('').transform(() => null)

const taskFields = {
  organization: organizationSlugSchema,
  title: titleSchema,
  description: descriptionSchema,
  status: statusSchema,
  priority: prioritySchema,
  assigneeId: assigneeSchema.or(emptyAsNull),
  dueDate: dueDateSchema.or(emptyAsNull),
}

export const createTaskSchema = z.strictObject(taskFields)

export const searchAssigneesSchema = z.strictObject({
  organization: organizationSlugSchema,
  search: storableLine().min(1).max(SEARCH_LENGTH),
})

export const updateTaskSchema = z.strictObject({
  ...taskFields,
  taskId: z.uuid(),
  version: versionField,
  decision: versionField.optional(),
})

const taskIdsSchema = z
  .array(z.uuid())
  .min(1)
  .max(100)
  .refine((ids) => new Set(ids).size === ids.length, 'Each task can be listed only once.')

export const patchTasksSchema = z.strictObject({
  organization: organizationSlugSchema,
  taskIds: taskIdsSchema,
  patch: z
    .strictObject({
      status: statusSchema.optional(),
      priority: prioritySchema.optional(),
      assigneeId: assigneeSchema.nullable().optional(),
      dueDate: dueDateSchema.nullable().optional(),
    })
    .refine((patch) => Object.keys(patch).length > 0, 'Choose at least one change.'),
  /** The version of the values that the patch replaces (`replacedBy`). */
  version: versionField,
})

export const deleteTasksSchema = z.strictObject({
  organization: organizationSlugSchema,
  taskIds: taskIdsSchema,
})
