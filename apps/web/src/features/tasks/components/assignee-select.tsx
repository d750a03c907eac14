'use client'

import { InlineSelect } from './inline-select'
import { type Person, useTaskList } from './task-list-context'
import { assigneeOptions } from './task-options'

export function AssigneeSelect({
  task,
  value,
}: {
  task: { id: string; title: string }
  value: Person | null
}) {
  const { assignees } = useTaskList()
  return (
    <InlineSelect
      field="Assignee"
      task={task}
      value={value?.id ?? ''}
      options={assigneeOptions(assignees, value)}
      patch={(id) => ({ assigneeId: id || null })}
    />
  )
}
