import type { DueDto } from '../loaders'

/** The day a task is due, and whether that has passed. */
export function DueDate({ due }: { due: DueDto }) {
  return (
    <span className={due.overdue ? 'task-due-date overdue' : 'task-due-date'}>
      {due.label}
      {due.overdue ? <span> overdue</span> : null}
    </span>
  )
}
