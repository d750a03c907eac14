import { demoId } from '../demo/demo'
import type { DemoOrganization } from '../demo/demo'
import { demoDomain } from '../demo/demo-domain'
import { demoTaskLines } from './demo-texts'
import { task } from './table'
import { taskPriorities, taskStatuses } from './values'
import type { TaskPriority, TaskStatus } from './values'

type DemoTask = typeof task.$inferInsert & { id: string; createdBy: string }

const HOUR = 3_600_000
const DAY = 24 * HOUR

// Steps through each list at its own pace, so the combinations look random.
const at = <T>(list: readonly T[], step: number): T => {
  const item = list[step % list.length]
  if (item === undefined) throw new Error('The list is empty.')
  return item
}

const statuses: TaskStatus[] = [...taskStatuses, 'todo', 'in_progress', 'done', 'backlog', 'done']
const priorities: TaskPriority[] = [...taskPriorities, 'medium', 'low', 'medium']
/** Days from today. */
const dueIn = [3, null, -2, 14, null, 0, 30, 1, null, 7, -9, 21, 5]

/** Returns a demo organization's tasks, created in the weeks before `today`. Viewers created none. */
export function demoTaskRows(organization: DemoOrganization, today: Date): DemoTask[] {
  const lines = demoTaskLines[organization.slug]?.trim().split('\n') ?? []
  const people = Object.entries(organization.members).map(([email, role]) => ({
    id: demoId('user', email),
    role,
  }))
  const creators = people.filter(({ role }) => role !== 'viewer').map(({ id }) => id)
  const assignees = [...people.map(({ id }) => id), null]
  return lines.map((line, index) => {
    const [title = '', description = ''] = line.split(' | ')
    const createdAt = new Date(today.getTime() - (lines.length - index) * 17 * HOUR)
    const age = today.getTime() - createdAt.getTime()
    const days = at(dueIn, index * 5)
    return {
      id: demoId('task', `${organization.slug} ${index + 1}`),
      organizationId: demoId('organization', organization.slug),
      title,
      description,
      status: at(statuses, index * 4),
      priority: at(priorities, index * 3),
      assigneeId: at(assignees, index * 5 + 2),
      createdBy: at(creators, index * 3 + 1),
      dueDate: days === null ? null : new Date(today.getTime() + days * DAY).toISOString().slice(0, 10),
      createdAt,
      updatedAt: new Date(createdAt.getTime() + age * ((index * 7) % 10) * 0.1),
    }
  })
}

export const demoTasks = demoDomain(task, demoTaskRows, ({ createdBy }) => createdBy ?? '')
