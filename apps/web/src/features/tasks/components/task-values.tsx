import type { TaskPriority, TaskStatus } from '@kit/db/tasks/values'

import { PersonIcon } from './person-icon'
import { PriorityIcon, StatusIcon } from './task-icons'
import { priorityLabels, statusLabels, UNASSIGNED } from './task-labels'
import './task-list.css'

export function StatusValue({ status }: { status: TaskStatus }) {
  return (
    <>
      <StatusIcon status={status} />
      <span>{statusLabels[status]}</span>
    </>
  )
}

export function PriorityValue({ priority }: { priority: TaskPriority }) {
  return (
    <>
      <PriorityIcon priority={priority} />
      <span>{priorityLabels[priority]}</span>
    </>
  )
}

export function AssigneeValue({ name }: { name: string | undefined }) {
  return (
    <>
      <PersonIcon name={name} />
      <span>{name ?? UNASSIGNED}</span>
    </>
  )
}
