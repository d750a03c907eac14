'use client'

import { memo } from 'react'

import { Link } from '@/components/link'
import { tableRoles } from '@/components/list/table-roles'

import type { ListedTask } from '../loaders'
import { DueDate } from './due-date'
import { AssigneeField } from './assignee-field'
import { PriorityField, StatusField } from './inline-fields'
import { useTaskList } from './task-list-context'
import { TaskCheckbox } from './task-checkbox'
import { AssigneeValue, PriorityValue, StatusValue } from './task-values'

interface TaskRowProps {
  task: ListedTask
  /** Whether any task on the page can be selected, so titles line up. */
  selectable: boolean
}

export const TaskRow = memo(function TaskRow({ task, selectable }: TaskRowProps) {
  const { organization } = useTaskList()
  const { status, priority, assignee, canUpdate } = task
  const href = `/${organization}/tasks/${task.id}`
  const closed = status === 'done' || status === 'cancelled'
  return (
    <tr {...tableRoles.row} className="task-row">
      {selectable ? (
        <td {...tableRoles.cell} className="task-tick">
          {canUpdate || task.canDelete ? <TaskCheckbox task={task} /> : null}
        </td>
      ) : null}
      <th {...tableRoles.rowHeader}>
        <Link href={href} className={closed ? 'task-title closed' : 'task-title'}>
          <span dir="auto">{task.title}</span>
        </Link>
      </th>
      <td {...tableRoles.cell} className="task-status">
        {canUpdate ? (
          <StatusField task={task} href={href} />
        ) : (
          <span className="task-value">
            <StatusValue status={status} />
          </span>
        )}
      </td>
      <td {...tableRoles.cell} className="task-priority">
        {canUpdate ? (
          <PriorityField task={task} href={href} />
        ) : (
          <span className="task-value">
            <PriorityValue priority={priority} />
          </span>
        )}
      </td>
      <td {...tableRoles.cell} className="task-assignee">
        {canUpdate ? (
          <AssigneeField task={task} href={href} />
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
