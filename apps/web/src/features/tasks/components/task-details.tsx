import type { ReactNode } from 'react'

import type { TaskDto } from '../loaders'
import { DueDate } from './due-date'
import { AssigneeValue, PriorityValue, StatusValue } from './task-values'

/** A read-only view of a task. */
export function TaskDetails({ task }: { task: TaskDto }) {
  return (
    <div className="space-y-6">
      <dl className="grid grid-cols-2 gap-x-4 gap-y-3 sm:grid-cols-4">
        <Detail term="Status">
          <span className="task-value">
            <StatusValue status={task.status} />
          </span>
        </Detail>
        <Detail term="Priority">
          <span className="task-value">
            <PriorityValue priority={task.priority} />
          </span>
        </Detail>
        <Detail term="Assignee">
          <span className="task-value">
            <AssigneeValue name={task.assignee?.name} />
          </span>
        </Detail>
        <Detail term="Due date">
          <span className="flex min-h-8 items-center">
            {task.due ? <DueDate due={task.due} /> : <span className="text-[0.8125rem]">None</span>}
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
