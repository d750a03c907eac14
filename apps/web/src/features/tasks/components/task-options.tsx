import type { ReactNode } from 'react'

import { taskPriorities, type TaskPriority, taskStatuses, type TaskStatus } from '@kit/db/tasks/values'

import { PersonIcon } from './person-icon'
import { PriorityIcon, StatusIcon } from './task-icons'
import { priorityLabels, statusLabels } from './task-labels'
import type { Person } from './task-list-context'

/** An option with its label and icon. */
export interface TaskOption<Value extends string = string> {
  value: Value
  label: string
  icon: ReactNode
}

export const statusOptions: readonly TaskOption<TaskStatus>[] = taskStatuses.map((value) => ({
  value,
  label: statusLabels[value],
  icon: <StatusIcon status={value} />,
}))

/** Highest first, since it's used most. */
export const priorityOptions: readonly TaskOption<TaskPriority>[] = taskPriorities
  .toReversed()
  .map((value) => ({
    value,
    label: priorityLabels[value],
    icon: <PriorityIcon priority={value} />,
  }))

/** Unassigned (the empty value), the current assignee (who may be past the limit), and the listed people. */
export function assigneeOptions(assignees: readonly Person[], current: Person | null): readonly TaskOption[] {
  const missing = current && !assignees.some(({ id }) => id === current.id) ? [current] : []
  return [
    { value: '', label: 'Unassigned', icon: <PersonIcon name={undefined} /> },
    ...[...missing, ...assignees].map(({ id, name }) => ({
      value: id,
      label: name,
      icon: <PersonIcon name={name} />,
    })),
  ]
}
