'use client'

import { Pager } from '@/components/list/pager'
import { Card } from '@/components/ui/card'

import type { ListedTask, TaskQueryDto } from '../loaders'
import { FeedbackProvider } from '@/components/feedback/feedback-context'
import { AnnounceCreated } from './announce-created'
import { KeepFocus } from './keep-focus'
import { NoTasks } from './no-tasks'
import { SelectAllCheckbox } from './select-all-checkbox'
import { SelectionProvider } from './selection-context'
import { TaskDock } from './task-dock'
import { TaskListProvider, type Person } from './task-list-context'
import { TaskTable } from './task-table'
import { tasksUrl } from './tasks-url'
import './task-list.css'

interface TaskListProps {
  organization: string
  query: TaskQueryDto
  tasks: ListedTask[]
  assignees: Person[]
  summary: string
  filtered: boolean
  canCreate: boolean
  nextCursor: string | null
  previousCursor: string | null
}

/** One page of tasks. Rendered from its data on server and client: server components would be sent twice. */
export function TaskList({ organization, query, tasks, assignees, summary, ...props }: TaskListProps) {
  const selectable = tasks
    .filter(({ canUpdate, canDelete }) => canUpdate || canDelete)
    .map(({ assignee, due, ...task }) => ({
      ...task,
      assigneeId: assignee?.id ?? null,
      dueDate: due?.day ?? null,
    }))
  const step = (cursor: string | null, label: string) =>
    cursor ? { href: tasksUrl(organization, { ...query, cursor }), label } : undefined
  return (
    <TaskListProvider organization={organization} assignees={assignees}>
      <FeedbackProvider>
        <SelectionProvider key={tasksUrl(organization, query)} selectable={selectable}>
          <KeepFocus label="Task list" className="task-list">
            <TaskDock />
            <AnnounceCreated tasks={tasks} />
            {tasks.length === 0 ? (
              <NoTasks organization={organization} filtered={props.filtered} canCreate={props.canCreate} />
            ) : (
              <Card className="@container overflow-clip">
                <div className="task-list-top">
                  <SelectAllCheckbox />
                  <p>{summary}</p>
                </div>
                <TaskTable tasks={tasks} selectable={selectable.length > 0} />
                <Pager
                  label="Tasks pagination"
                  previous={step(props.previousCursor, 'Previous')}
                  next={step(props.nextCursor, 'Next')}
                />
              </Card>
            )}
          </KeepFocus>
        </SelectionProvider>
      </FeedbackProvider>
    </TaskListProvider>
  )
}
