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

/** Stands beside the status in words; every status has its own shape. */
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

/** One bar for each step of priority. Stands beside the priority in words. */
export function PriorityIcon({ priority }: { priority: TaskPriority }) {
  const [name, color] = priorities[priority]
  return <Icon name={name} className={color} />
}
