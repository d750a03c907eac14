/** In the order in which work usually moves. */
export const taskStatuses = ['backlog', 'todo', 'in_progress', 'in_review', 'done', 'cancelled'] as const
export type TaskStatus = (typeof taskStatuses)[number]

/** From light to heavy; the database stores the place in this list, counted from 1, and sorts by it. */
export const taskPriorities = ['low', 'medium', 'high', 'urgent'] as const
export type TaskPriority = (typeof taskPriorities)[number]

export const taskSorts = ['newest', 'oldest', 'due', 'priority', 'updated'] as const
export type TaskSort = (typeof taskSorts)[number]

/** The database holds every task to these bounds; a form that shares them never meets the refusal. */
export const taskBounds = {
  titleLength: 200,
  descriptionLength: 5000,
  /** Days, YYYY-MM-DD, both inclusive. */
  earliestDueDate: '2000-01-01',
  latestDueDate: '2199-12-31',
} as const
