import { taskPriorities, taskSorts, taskStatuses } from '@kit/db/tasks/values'
import { budget } from '../budget'
import type { Limit } from '../budget'
import { pageCall } from '../load/call'
import type { Call } from '../load/call'
import { RARE_WORD } from './seed-growth'
import type { Growth, GrownOrganization } from './seed-growth'

/** The same page with little and with much data. */
export interface Comparison {
  label: string
  limit: Limit
  small: Call
  large: Call
}

export function comparisons({ small, large, reader, joiner }: Growth): Comparison[] {
  const tasks = (
    label: string,
    query: (organization: GrownOrganization) => string,
    limit: Limit = budget.growth,
  ): Comparison => {
    const call = (organization: GrownOrganization) =>
      pageCall(`/${organization.slug}/tasks?${query(organization)}`, `/${organization.slug}/tasks/`, reader)
    return { label, limit, small: call(small), large: call(large) }
  }
  const deepPage = ({ slug, cursor, afterCursor }: GrownOrganization) =>
    pageCall(`/${slug}/tasks?cursor=${cursor}`, afterCursor, reader)
  const members = ({ slug }: GrownOrganization) => pageCall(`/${slug}/members`, 'Grown 1', reader)
  const switcher = (cookie: string) => pageCall(`/${small.slug}/tasks`, `/${small.slug}/tasks/`, cookie)
  return [
    ...taskSorts.map((sort) => tasks(`sort by ${sort}`, () => `sort=${sort}`)),
    ...taskStatuses.map((status) => tasks(`status ${status}`, () => `status=${status}`)),
    ...taskPriorities.map((priority) => tasks(`priority ${priority}`, () => `priority=${priority}`)),
    tasks('assignee', ({ assignee }) => `assignee=${assignee}`),
    tasks('no assignee', () => 'assignee=none'),
    { label: 'deep page', limit: budget.growth, small: deepPage(small), large: deepPage(large) },
    { label: 'members', limit: budget.growth, small: members(small), large: members(large) },
    { label: '200 organizations', limit: budget.growth, small: switcher(reader), large: switcher(joiner) },
    tasks('search for a rare word', () => `search=${RARE_WORD}`, budget.growthOfSearch),
  ]
}
