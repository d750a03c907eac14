import Link from 'next/link'

import { tableRoles } from '@/components/list/table-roles'
import { TableCell, TableRow } from '@/components/ui/table'
import { cn } from '@/lib/cn'

import type { TaskDto } from '../loaders'
import { AssigneeSelect } from './assignee-select'
import { DueDate } from './due-date'
import { InlineValue } from './inline-value'
import { PersonIcon } from './person-icon'
import { PrioritySelect } from './priority-select'
import { StatusSelect } from './status-select'
import { TaskCheckbox } from './task-checkbox'
import { PriorityIcon, StatusIcon } from './task-icons'
import { priorityLabels, statusLabels } from './task-labels'

interface TaskRowProps {
  organization: string
  task: TaskDto
  /** True when any task on the page can be selected, so titles align. */
  ticked: boolean
}

/** A table row that becomes a card on narrow screens. */
export function TaskRow({ organization, task, ticked }: TaskRowProps) {
  const { id, title, status, priority, assignee } = task
  const named = { id, title }
  const tickable = task.canUpdate || task.canDelete
  return (
    <TableRow
      {...tableRoles.row}
      className={cn(
        '@max-3xl:relative @max-3xl:grid @max-3xl:grid-cols-[auto_auto_minmax(0,1fr)] @max-3xl:items-center @max-3xl:gap-x-4 @max-3xl:px-4 @max-3xl:py-1.5',
      )}
    >
      {ticked ? (
        <TableCell
          {...tableRoles.cell}
          className="@max-3xl:absolute @max-3xl:top-5.5 @max-3xl:left-4 @max-3xl:p-0 @3xl:w-8 @3xl:pr-0"
        >
          {tickable ? <TaskCheckbox task={named} /> : null}
        </TableCell>
      ) : null}
      <th
        scope="row"
        {...tableRoles.rowHeader}
        className={cn(
          'text-left font-normal @max-3xl:col-span-3 @3xl:px-3 @3xl:py-1 @3xl:align-middle',
          tickable && '@max-3xl:pl-8 noscript:@max-3xl:pl-0',
          task.dueDate && '@max-3xl:pr-24',
        )}
      >
        <Link
          href={`/${organization}/tasks/${id}`}
          // Prefetching twenty dynamic pages would help nobody.
          prefetch={false}
          className={cn(
            'flex min-h-11 items-center text-base leading-snug font-medium wrap-anywhere @max-3xl:py-2 hover:underline md:min-h-8 md:text-sm md:pointer-coarse:min-h-11',
            (status === 'done' || status === 'cancelled') && 'text-muted-foreground',
          )}
        >
          <span className="line-clamp-3 md:line-clamp-2">{title}</span>
        </Link>
      </th>
      <TableCell {...tableRoles.cell} className="@max-3xl:p-0 @3xl:w-36 @3xl:py-1">
        {task.canUpdate ? (
          <StatusSelect task={named} value={status} />
        ) : (
          <InlineValue icon={<StatusIcon status={status} />}>{statusLabels[status]}</InlineValue>
        )}
      </TableCell>
      <TableCell {...tableRoles.cell} className="@max-3xl:p-0 @3xl:w-30 @3xl:py-1">
        {task.canUpdate ? (
          <PrioritySelect task={named} value={priority} />
        ) : (
          <InlineValue icon={<PriorityIcon priority={priority} />}>{priorityLabels[priority]}</InlineValue>
        )}
      </TableCell>
      <TableCell
        {...tableRoles.cell}
        className="@max-3xl:min-w-0 @max-3xl:p-0 @3xl:w-44 @3xl:max-w-44 @3xl:py-1"
      >
        {task.canUpdate ? (
          <AssigneeSelect task={named} value={assignee} />
        ) : (
          <InlineValue icon={<PersonIcon name={assignee?.name} />}>
            {assignee?.name ?? 'Unassigned'}
          </InlineValue>
        )}
      </TableCell>
      <TableCell
        {...tableRoles.cell}
        className="@max-3xl:absolute @max-3xl:top-4.5 @max-3xl:right-4 @max-3xl:p-0 @3xl:w-36 @3xl:py-1"
      >
        <DueDate task={task} />
      </TableCell>
    </TableRow>
  )
}
