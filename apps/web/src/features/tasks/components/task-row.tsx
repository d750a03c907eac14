'use client'

import Link from 'next/link'
import { memo } from 'react'

import { tableRoles } from '@/components/list/table-roles'

import type { ListedTask } from '../loaders'
import { DueDate } from './due-date'
import { InlineField } from './inline-field'
import { useTaskList } from './task-list-context'
import { TaskCheckbox } from './task-checkbox'
import { assigneeOptions, priorityOptions, statusOptions } from './task-options'
import { AssigneeValue, PriorityValue, StatusValue } from './task-values'
import { priorityLabels, statusLabels, UNASSIGNED } from './task-labels'

interface TaskRowProps {
  task: ListedTask
  /** Whether any task of the page can be selected, so that titles line up. */
  selectable: boolean
}

export const TaskRow = memo(function TaskRow({ task, selectable }: TaskRowProps) {
  const { organization, assignees } = useTaskList()
  const { status, priority, assignee, canUpdate } = task
  const href = `/${organization}/tasks/${task.id}`
  const closed = status === 'done' || status === 'cancelled'
  const field = { task, href }
  const nameOf = (person: string) =>
    person === assignee?.id ? assignee.name : assignees.find(({ id }) => id === person)?.name
  return (
    <tr {...tableRoles.row} className="task-row">
      {selectable ? (
        <td {...tableRoles.cell} className="task-tick">
          {canUpdate || task.canDelete ? <TaskCheckbox task={task} /> : null}
        </td>
      ) : null}
      <th scope="row" {...tableRoles.rowHeader}>
        {/* A task's page is made when it is asked for: twenty requests for a list would bring nothing. */}
        <Link href={href} prefetch={false} className={closed ? 'task-title closed' : 'task-title'}>
          <span>{task.title}</span>
        </Link>
      </th>
      <td {...tableRoles.cell} className="task-status">
        {canUpdate ? (
          <InlineField
            {...field}
            label="Status"
            value={status}
            show={(value) => <StatusValue status={value} />}
            nameOf={(value) => statusLabels[value]}
            options={() => statusOptions}
            patch={(value) => ({ status: value })}
          />
        ) : (
          <span className="task-value">
            <StatusValue status={status} />
          </span>
        )}
      </td>
      <td {...tableRoles.cell} className="task-priority">
        {canUpdate ? (
          <InlineField
            {...field}
            label="Priority"
            value={priority}
            show={(value) => <PriorityValue priority={value} />}
            nameOf={(value) => priorityLabels[value]}
            options={() => priorityOptions}
            patch={(value) => ({ priority: value })}
          />
        ) : (
          <span className="task-value">
            <PriorityValue priority={priority} />
          </span>
        )}
      </td>
      <td {...tableRoles.cell} className="task-assignee">
        {canUpdate ? (
          <InlineField
            {...field}
            label="Assignee"
            value={assignee?.id ?? ''}
            show={(value) => <AssigneeValue name={nameOf(value)} />}
            nameOf={(value) => nameOf(value) ?? UNASSIGNED}
            options={() => assigneeOptions(assignees, assignee)}
            patch={(value) => ({ assigneeId: value || null })}
          />
        ) : (
          <span className="task-value">
            <AssigneeValue name={assignee?.name} />
          </span>
        )}
      </td>
      <td {...tableRoles.cell} className="task-due">
        {task.due ? <DueDate due={task.due} /> : null}
      </td>
    </tr>
  )
})
