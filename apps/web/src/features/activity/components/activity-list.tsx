import { Pager } from '@/components/list/pager'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'

import type { ActivityDto } from '../read-activity'
import { ActivityChart } from './activity-chart'
import { ActiveFilters } from './active-filters'
import { ActivityFilters } from './activity-filters'
import { ActivityTabs } from './activity-tabs'
import { activityUrl } from './activity-url'
import { DoneList } from './done-list'
import { ExportForm } from './export-form'
import { RefusalTable } from './refusal-table'

interface ActivityListProps {
  path: string
  activity: ActivityDto
  everywhere: boolean
}

/** Changes or refused requests, one page at a time. */
export function ActivityList({ path, activity, everywhere }: ActivityListProps) {
  const { query, nextCursor, view } = activity
  const rows = view === 'done' ? activity.events : activity.refusals
  const filtered = Boolean(
    query.kind ??
    query.about ??
    query.actor ??
    query.impersonator ??
    query.network ??
    query.in ??
    query.action ??
    query.since ??
    query.until ??
    query.hour ??
    query.cursor,
  )
  const first = { href: activityUrl(path, { ...query, cursor: undefined }), label: 'Newest' }
  const next = nextCursor
    ? { href: activityUrl(path, { ...query, cursor: nextCursor }), label: 'Older' }
    : undefined
  const filters = new URLSearchParams(activityUrl('', { ...query, cursor: undefined })).toString()
  return (
    <div className="space-y-4">
      <ActivityTabs path={path} query={query} />
      <ActivityFilters key={view} path={path} query={query} everywhere={everywhere} />
      <ActiveFilters
        path={path}
        query={query}
        actorName={rows.find(({ person }) => person?.id === query.actor)?.person?.name}
      />
      <ActivityChart view={view} counts={activity.counts} range={activity.range} />
      <ExportForm filters={filters} organization={everywhere ? undefined : path.split('/')[1]} />
      <output className="sr-only">
        {rows.length > 0 ? `${rows.length} ${rows.length === 1 ? 'entry' : 'entries'}` : 'No entries found'}
      </output>
      <Card className="@container overflow-clip">
        {rows.length === 0 ? (
          <EmptyState
            icon={view === 'done' ? 'history' : 'shield-check'}
            title={view === 'done' ? 'No changes' : 'No refused requests'}
            action={
              filtered ? (
                <ButtonLink href={activityUrl(path, { view })} variant="outline">
                  Clear filters
                </ButtonLink>
              ) : null
            }
          >
            {filtered
              ? 'Nothing matches these filters.'
              : view === 'done'
                ? 'Changes members make appear here.'
                : 'Refused requests appear here within a minute.'}
          </EmptyState>
        ) : activity.view === 'done' ? (
          <DoneList {...{ path, query, everywhere, events: activity.events }} />
        ) : (
          <RefusalTable {...{ path, query, everywhere, refusals: activity.refusals }} />
        )}
        <Pager label="Activity pagination" previous={query.cursor ? first : undefined} next={next} />
      </Card>
    </div>
  )
}
