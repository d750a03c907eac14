import { listUrl } from '@/lib/url/list-url'

import type { TaskQueryDto } from '../loaders'

/** The URL with these filters. The default sort is left out. */
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
