import {
  Circle,
  CircleCheck,
  CircleDashed,
  CircleDot,
  CircleEllipsis,
  CircleX,
  type LucideIcon,
} from 'lucide-react'

import { taskPriorities, type TaskPriority, type TaskStatus } from '@kit/db/tasks/values'
import { cn } from '@/lib/cn'

const statuses: Record<TaskStatus, [LucideIcon, string]> = {
  backlog: [CircleDashed, 'text-muted-foreground'],
  todo: [Circle, 'text-muted-foreground'],
  in_progress: [CircleDot, 'text-info'],
  in_review: [CircleEllipsis, 'text-warning'],
  done: [CircleCheck, 'text-success'],
  cancelled: [CircleX, 'text-muted-foreground'],
}

/** Shown next to the status label. Every status has its own shape. */
export function StatusIcon({ status }: { status: TaskStatus }) {
  const [Icon, colour] = statuses[status]
  return <Icon aria-hidden className={cn('size-4 shrink-0', colour)} />
}

const priorities: Record<TaskPriority, string> = {
  low: 'text-muted-foreground',
  medium: 'text-muted-foreground',
  high: 'text-warning',
  urgent: 'text-destructive',
}

/** More bars for a higher priority. Shown next to its label. */
export function PriorityIcon({ priority }: { priority: TaskPriority }) {
  const weight = taskPriorities.indexOf(priority)
  return (
    <svg
      aria-hidden
      viewBox="0 0 16 16"
      fill="currentColor"
      className={cn('size-4 shrink-0', priorities[priority])}
    >
      {taskPriorities.map((step, place) => (
        <rect
          key={step}
          x={1 + place * 3.75}
          y={10 - place * 3}
          width={2.75}
          height={4 + place * 3}
          rx={0.75}
          opacity={place > weight ? 0.25 : 1}
        />
      ))}
    </svg>
  )
}
