/** In the usual order of work. */
export const taskStatuses = ['backlog', 'todo', 'in_progress', 'in_review', 'done', 'cancelled'] as const
export type TaskStatus = (typeof taskStatuses)[number]

/** From low to high. The database stores the position in this list, starting at 1, and sorts by it. */
export const taskPriorities = ['low', 'medium', 'high', 'urgent'] as const
export type TaskPriority = (typeof taskPriorities)[number]

export const taskSorts = ['newest', 'oldest', 'due', 'priority', 'updated'] as const
export type TaskSort = (typeof taskSorts)[number]

/** Enforced by the database. Forms share them, so valid input is never refused there. */
export const taskBounds = {
  titleLength: 200,
  descriptionLength: 5000,
  /** Days, YYYY-MM-DD, both inclusive. */
  earliestDueDate: '2000-01-01',
  latestDueDate: '2199-12-31',
} as const
