import { formatDay } from '@/lib/format-day'

import type { TaskDto } from '../loaders'

/** Who created the task and when it changed last. */
export function TaskHistory({ task }: { task: TaskDto }) {
  return (
    <span className="text-xs">
      Created by {task.createdBy?.name ?? 'a former member'} on{' '}
      <time dateTime={task.createdAt}>{formatDay(task.createdAt)}</time>, last updated on{' '}
      <time dateTime={task.updatedAt}>{formatDay(task.updatedAt)}</time>.
    </span>
  )
}
