'use client'

import { useState } from 'react'

import { taskBounds, taskPriorities, taskStatuses } from '@kit/db/tasks/values'
import { Input } from '@/components/ui/input'
import { NativeSelect } from '@/components/ui/native-select'

import { AssigneeSelect } from './assignee-select'
import { NONE, PICK_A_DATE } from './bulk-patch'
import { priorityLabels, statusLabels, UNASSIGNED } from './task-labels'
import { useTaskList } from './task-list-context'

/** The first option of each field leaves the property unchanged. */
export function BulkFields() {
  const { organization, assignees } = useTaskList()
  const [due, setDue] = useState('')
  return (
    <>
      <NativeSelect small name="status" aria-label="Set status" className="xl:w-28">
        <option value="">Status</option>
        {taskStatuses.map((status) => (
          <option key={status} value={status}>
            {statusLabels[status]}
          </option>
        ))}
      </NativeSelect>
      <NativeSelect small name="priority" aria-label="Set priority" className="xl:w-24">
        <option value="">Priority</option>
        {taskPriorities.toReversed().map((priority) => (
          <option key={priority} value={priority}>
            {priorityLabels[priority]}
          </option>
        ))}
      </NativeSelect>
      <AssigneeSelect
        organization={organization}
        assignees={assignees}
        small
        name="assigneeId"
        aria-label="Set assignee"
        className="xl:w-32"
      >
        <option value="">Assignee</option>
        <option value={NONE}>{UNASSIGNED}</option>
      </AssigneeSelect>
      <NativeSelect
        small
        name="due"
        aria-label="Set due date"
        className="xl:w-28"
        value={due}
        onChange={(event) => setDue(event.target.value)}
      >
        <option value="">Due date</option>
        <option value={PICK_A_DATE}>Pick a date…</option>
        <option value={NONE}>No due date</option>
      </NativeSelect>
      {due === PICK_A_DATE ? (
        <Input
          small
          required
          type="date"
          name="dueDate"
          aria-label="Due on"
          min={taskBounds.earliestDueDate}
          max={taskBounds.latestDueDate}
          className="col-span-2 md:col-span-4 xl:w-34"
        />
      ) : null}
    </>
  )
}
