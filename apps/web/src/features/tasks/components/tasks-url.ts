import { listUrl } from '@/lib/url/list-url'

import type { TaskQueryDto } from '../loaders'

/** The address of the list with these filters. The usual order is not named, and a page belongs to one set of filters. */
export function tasksUrl(organization: string, query: Partial<TaskQueryDto> = {}): string {
  const { search, status, priority, assignee, sort, cursor } = query
  return listUrl(`/${organization}/tasks`, {
    search,
    status,
    priority,
    assignee,
    sort: sort === 'newest' ? undefined : sort,
    cursor,
  })
}
