import { Icon } from '@/components/icon/icon'
import { PageHeader } from '@/components/page-header'
import { ButtonLink } from '@/components/ui/button-link'
import { readDateSettings } from '@/lib/dates/read-date-settings'
import { listSummary } from '@/lib/list-summary'

import { loadTasks, type SearchParams } from '../loaders'
import { ActiveFilters } from './active-filters'
import { TaskFilters } from './task-filters'
import { TaskList } from './task-list'

interface TasksViewProps {
  organization: string
  searchParams: SearchParams
}

export async function TasksView({ organization, searchParams }: TasksViewProps) {
  const { query, tasks, range, assignees, nextCursor, previousCursor, canCreate } = await loadTasks(
    organization,
    searchParams,
  )
  const filtered = Boolean(query.search ?? query.status ?? query.priority ?? query.assignee)
  const summary = listSummary(range, tasks.length, ['task', 'tasks'], (await readDateSettings()).locale)
  return (
    <div className="space-y-3">
      <div className="pb-2">
        <PageHeader
          title="Tasks"
          actions={
            canCreate ? (
              <ButtonLink href={`/${organization}/tasks/new`}>
                <Icon name="plus" />
                New task
              </ButtonLink>
            ) : null
          }
        />
      </div>
      <TaskFilters organization={organization} query={query} assignees={assignees} />
      <ActiveFilters organization={organization} query={query} assignees={assignees} />
      <output className="sr-only">{tasks.length > 0 ? summary : 'No tasks found'}</output>
      <TaskList
        {...{
          organization,
          query,
          tasks,
          assignees,
          summary,
          filtered,
          canCreate,
          nextCursor,
          previousCursor,
        }}
      />
    </div>
  )
}
