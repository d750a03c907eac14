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

/** The heaviest first: it is the one that is looked for. */
export const priorityOptions: readonly TaskOption<TaskPriority>[] = taskPriorities
  .toReversed()
  .map((value) => ({
    value,
    label: priorityLabels[value],
  }))

/** Nobody (the empty value), who it is assigned to (they may be beyond the list's bound), and everyone in the list. */
export function assigneeOptions(assignees: readonly Person[], current: Person | null): readonly TaskOption[] {
  const missing = current && !assignees.some(({ id }) => id === current.id) ? [current] : []
  return [
    { value: '', label: UNASSIGNED },
    ...[...missing, ...assignees].map(({ id, name }) => ({
      value: id,
      label: name,
    })),
  ]
}
