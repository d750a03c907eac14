import type { TaskStatus } from '@kit/db/tasks/values'

const closed: ReadonlySet<TaskStatus> = new Set<TaskStatus>(['done', 'cancelled'])

/**
 * True for an open task whose due date has passed.
 * @param today the user's local day, YYYY-MM-DD
 */
export function isOverdue(
  { dueDate, status }: { dueDate: string | null; status: TaskStatus },
  today: string,
): boolean {
  return dueDate !== null && dueDate < today && !closed.has(status)
}
