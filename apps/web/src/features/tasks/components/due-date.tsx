import { CircleAlert } from 'lucide-react'

import type { TaskStatus } from '@kit/db/tasks/values'

import { CalendarDay } from '@/components/dates/calendar-day'
import { cn } from '@/lib/cn'
import { dayIn } from '@/lib/dates/calendar'
import { readDateSettings } from '@/lib/dates/read-date-settings'

import { isOverdue } from './overdue'

/** The due date of a task, marked when it is overdue where the user is. */
export async function DueDate({ task }: { task: { dueDate: string | null; status: TaskStatus } }) {
  if (!task.dueDate) return null
  const { timeZone } = await readDateSettings()
  const overdue = isOverdue(task, dayIn(timeZone))
  return (
    <span
      className={cn(
        'flex items-center gap-1.5 text-[0.8125rem] whitespace-nowrap text-muted-foreground',
        overdue && 'font-medium text-destructive',
      )}
    >
      {overdue ? <CircleAlert aria-hidden className="size-3.5" /> : null}
      <CalendarDay day={task.dueDate} />
      {overdue ? <span className="font-normal @max-3xl:sr-only">overdue</span> : null}
    </span>
  )
}
