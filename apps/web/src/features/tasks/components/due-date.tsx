import { CircleAlert } from 'lucide-react'

import type { TaskStatus } from '@kit/db/tasks/values'
import { cn } from '@/lib/cn'
import { formatDay, todayInUtc } from '@/lib/format-day'

const closed = new Set<TaskStatus>(['done', 'cancelled'])

/** The day a task is due; open work that is past it says so. */
export function DueDate({ task }: { task: { dueDate: string | null; status: TaskStatus } }) {
  if (!task.dueDate) return null
  const overdue = task.dueDate < todayInUtc() && !closed.has(task.status)
  return (
    <span
      className={cn(
        'flex items-center gap-1.5 text-[0.8125rem] whitespace-nowrap text-muted-foreground',
        overdue && 'font-medium text-destructive',
      )}
    >
      {overdue ? <CircleAlert aria-hidden className="size-3.5" /> : null}
      <time dateTime={task.dueDate}>{formatDay(task.dueDate)}</time>
      {overdue ? <span className="font-normal @max-3xl:sr-only">overdue</span> : null}
    </span>
  )
}
