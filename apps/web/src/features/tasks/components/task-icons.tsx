import { type TaskPriority, type TaskStatus } from '@kit/db/tasks/values'
import type { IconName } from '@/components/icon/catalog'
import { Icon } from '@/components/icon/icon'

const statuses: Record<TaskStatus, [IconName, string]> = {
  backlog: ['circle-dashed', 'text-muted-foreground'],
  todo: ['circle', 'text-muted-foreground'],
  in_progress: ['circle-dot', 'text-info'],
  in_review: ['circle-ellipsis', 'text-warning'],
  done: ['circle-check', 'text-success'],
  cancelled: ['circle-x', 'text-muted-foreground'],
}

/** Shown next to the status label. Every status has its own shape. */
export function StatusIcon({ status }: { status: TaskStatus }) {
  const [name, color] = statuses[status]
  return <Icon name={name} className={color} />
}

const priorities: Record<TaskPriority, [IconName, string]> = {
  low: ['level-1', 'text-muted-foreground'],
  medium: ['level-2', 'text-muted-foreground'],
  high: ['level-3', 'text-warning'],
  urgent: ['level-4', 'text-destructive'],
}

/** More bars for a higher priority. Shown next to its label. */
export function PriorityIcon({ priority }: { priority: TaskPriority }) {
  const [name, color] = priorities[priority]
  return <Icon name={name} className={color} />
}
