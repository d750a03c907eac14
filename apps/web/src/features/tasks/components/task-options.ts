import { taskPriorities, type TaskPriority, taskStatuses, type TaskStatus } from '@kit/db/tasks/values'

import { priorityLabels, statusLabels, UNASSIGNED } from './task-labels'
import type { Person } from './task-list-context'

export interface TaskOption<Value extends string = string> {
  value: Value
  label: string
}

export const statusOptions: readonly TaskOption<TaskStatus>[] = taskStatuses.map((value) => ({
  value,
  label: statusLabels[value],
}))

/** Highest first, since it's used most. */
export const priorityOptions: readonly TaskOption<TaskPriority>[] = taskPriorities
  .toReversed()
  .map((value) => ({
    value,
    label: priorityLabels[value],
  }))

/** Unassigned (the empty value), the current assignee (who may be past the limit), and the listed people. */
export function assigneeOptions(assignees: readonly Person[], current: Person | null): readonly TaskOption[] {
  return [
    { value: '', label: UNASSIGNED },
    ...withCurrent(assignees, current).map(({ id, name }) => ({ value: id, label: name })),
  ]
}

export function withCurrent(assignees: readonly Person[], current: Person | null): readonly Person[] {
  return current && !assignees.some(({ id }) => id === current.id) ? [current, ...assignees] : assignees
}
