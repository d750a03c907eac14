'use client'

import { tableRoles } from '@/components/list/table-roles'
import { Table, TableBody, TableHead, TableHeader, TableRow } from '@/components/ui/table'

import type { ListedTask } from '../loaders'
import { TaskRow } from './task-row'
import './task-list.css'

interface TaskTableProps {
  tasks: ListedTask[]
  /** Whether any task on the page can be selected. */
  selectable: boolean
}

export function TaskTable({ tasks, selectable }: TaskTableProps) {
  return (
    <Table label="Tasks" {...tableRoles.table}>
      <TableHeader {...tableRoles.group}>
        <TableRow {...tableRoles.row}>
          {selectable ? (
            <TableHead {...tableRoles.columnHeader}>
              <span className="sr-only">Selected</span>
            </TableHead>
          ) : null}
          <TableHead {...tableRoles.columnHeader}>Title</TableHead>
          <TableHead {...tableRoles.columnHeader}>Status</TableHead>
          <TableHead {...tableRoles.columnHeader}>Priority</TableHead>
          <TableHead {...tableRoles.columnHeader}>Assignee</TableHead>
          <TableHead {...tableRoles.columnHeader}>Due</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody {...tableRoles.group}>
        {tasks.map((task) => (
          <TaskRow key={task.id} task={task} selectable={selectable} />
        ))}
      </TableBody>
    </Table>
  )
}
