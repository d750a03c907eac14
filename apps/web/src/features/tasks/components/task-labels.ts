import type { TaskPriority, TaskSort, TaskStatus } from '@kit/db/tasks/values'

export const statusLabels: Record<TaskStatus, string> = {
  backlog: 'Backlog',
  todo: 'To do',
  in_progress: 'In progress',
  in_review: 'In review',
  done: 'Done',
  cancelled: 'Canceled',
}

export const priorityLabels: Record<TaskPriority, string> = {
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  urgent: 'Urgent',
}

export const UNASSIGNED = 'Unassigned'

export const sortLabels: Record<TaskSort, string> = {
  newest: 'Newest first',
  oldest: 'Oldest first',
  due: 'Due date',
  priority: 'Priority',
  updated: 'Last updated',
}

/** "1 task", "3 tasks". */
export function countOfTasks(count: number): string {
  return `${count} ${count === 1 ? 'task' : 'tasks'}`
}
