'use client'

import type { TaskPriority } from '@kit/db/tasks/values'

import { InlineSelect } from './inline-select'
import { priorityOptions } from './task-options'

export function PrioritySelect({
  task,
  value,
}: {
  task: { id: string; title: string }
  value: TaskPriority
}) {
  return (
    <InlineSelect
      field="Priority"
      compact
      task={task}
      value={value}
      options={priorityOptions}
      patch={(priority) => ({ priority })}
    />
  )
}
