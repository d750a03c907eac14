'use client'

import { useOptimistic } from 'react'

import type { ListedTask } from '../loaders'
import { InlineField } from './inline-field'
import { PriorityIcon, StatusIcon } from './task-icons'
import { priorityLabels, statusLabels } from './task-labels'
import { priorityOptions, statusOptions } from './task-options'

interface Props {
  task: ListedTask
  href: string
}

export function StatusField({ task, href }: Props) {
  const [status, show] = useOptimistic(task.status)
  return (
    <InlineField
      label="Status"
      task={task}
      href={href}
      value={status}
      text={statusLabels[status]}
      icon={<StatusIcon status={status} />}
      options={() => statusOptions}
      patch={(value) => ({ status: value })}
      onChoose={show}
    />
  )
}

export function PriorityField({ task, href }: Props) {
  const [priority, show] = useOptimistic(task.priority)
  return (
    <InlineField
      label="Priority"
      task={task}
      href={href}
      value={priority}
      text={priorityLabels[priority]}
      icon={<PriorityIcon priority={priority} />}
      options={() => priorityOptions}
      patch={(value) => ({ priority: value })}
      onChoose={show}
    />
  )
}
