import type { ReactNode } from 'react'

import type { TaskDto } from '../loaders'
import { DueDate } from './due-date'
import { InlineValue } from './inline-value'
import { PersonIcon } from './person-icon'
import { PriorityIcon, StatusIcon } from './task-icons'
import { priorityLabels, statusLabels } from './task-labels'

/** A read-only view of a task. */
export function TaskDetails({ task }: { task: TaskDto }) {
  return (
    <div className="space-y-6">
      <dl className="grid grid-cols-2 gap-x-4 gap-y-3 sm:grid-cols-4">
        <Detail term="Status">
          <InlineValue icon={<StatusIcon status={task.status} />}>{statusLabels[task.status]}</InlineValue>
        </Detail>
        <Detail term="Priority">
          <InlineValue icon={<PriorityIcon priority={task.priority} />}>
            {priorityLabels[task.priority]}
          </InlineValue>
        </Detail>
        <Detail term="Assignee">
          <InlineValue icon={<PersonIcon name={task.assignee?.name} />}>
            {task.assignee?.name ?? 'Unassigned'}
          </InlineValue>
        </Detail>
        <Detail term="Due date">
          <span className="flex min-h-8 items-center">
            {task.dueDate ? <DueDate task={task} /> : <span className="text-[0.8125rem]">None</span>}
          </span>
        </Detail>
      </dl>
      {task.description ? (
        <div>
          <h2 className="text-xs font-medium text-muted-foreground">Description</h2>
          <p className="mt-1 max-w-prose wrap-anywhere whitespace-pre-wrap">{task.description}</p>
        </div>
      ) : null}
    </div>
  )
}

function Detail({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-xs font-medium text-muted-foreground">{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}
