'use client'

import type { TaskStatus } from '@kit/db/tasks/values'

import { InlineSelect } from './inline-select'
import { statusOptions } from './task-options'

export function StatusSelect({ task, value }: { task: { id: string; title: string }; value: TaskStatus }) {
  return (
    <InlineSelect
      field="Status"
      task={task}
      value={value}
      options={statusOptions}
      patch={(status) => ({ status })}
    />
  )
}
