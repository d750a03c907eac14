import type { TaskPriority, TaskStatus } from '@kit/db/tasks/values'

interface TaskContent {
  title: string
  description: string
  status: TaskStatus
  priority: TaskPriority
  assigneeId: string | null
  dueDate: string | null
}

/** What the form edits. */
export function taskContent(task: TaskContent): TaskContent {
  const { title, description, status, priority, assigneeId, dueDate } = task
  return { title, description, status, priority, assigneeId, dueDate }
}

/** What a list edits. */
export interface Patchable extends Omit<TaskContent, 'title' | 'description'> {
  id: string
}

/** The values that a patch replaces, in the order of the tasks' IDs. */
export function replacedBy(patch: object, tasks: readonly Patchable[]): Record<string, unknown[]> {
  const inOrder = tasks.toSorted((one, other) => (one.id < other.id ? -1 : 1))
  const values = {
    status: inOrder.map(({ status }) => status),
    priority: inOrder.map(({ priority }) => priority),
    assigneeId: inOrder.map(({ assigneeId }) => assigneeId),
    dueDate: inOrder.map(({ dueDate }) => dueDate),
  }
  return Object.fromEntries(Object.entries(values).filter(([name]) => name in patch))
}

/** The values after a patch, in the same form. */
export function replacedWith(patch: object, count: number): Record<string, unknown[]> {
  return Object.fromEntries(
    Object.entries(patch).map(([name, value]) => [name, Array.from({ length: count }, () => value)]),
  )
}
