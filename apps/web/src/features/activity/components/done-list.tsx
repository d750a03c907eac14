import { Icon } from '@/components/icon/icon'
import { LocalDateTime } from '@/components/dates/local-date-time'

import type { DoneDto } from '../loaders'
import { activityUrl } from './activity-url'
import { ActorName } from './actor-name'
import { FilterLink } from './filter-link'

interface DoneListProps {
  path: string
  query: DoneDto['query']
  events: DoneDto['events']
  /** Shows the organization of each row. */
  everywhere: boolean
}

/** One sentence per change, with the changed fields below. */
export function DoneList({ path, query, events, everywhere }: DoneListProps) {
  return (
    <ol className="divide-y">
      {events.map((event) => (
        <li key={event.id} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 px-4 py-3">
          <div className="min-w-60 flex-1 space-y-1.5">
            <p className="wrap-anywhere">
              {event.impersonator ? (
                <>
                  <bdi className="font-medium">{event.impersonator.name ?? 'A former administrator'}</bdi>{' '}
                  as{' '}
                </>
              ) : null}
              <ActorName
                {...{ path, query, person: event.person }}
                otherwise="System"
                unknown="A former member"
              />{' '}
              {event.verb} {event.noun}
              {event.name ? (
                <>
                  {' '}
                  “<bdi>{event.name}</bdi>”
                </>
              ) : null}
              {everywhere && event.organization && event.noun !== 'the organization' ? (
                <span className="text-muted-foreground">
                  {' '}
                  in <bdi>{event.organization.name}</bdi>
                </span>
              ) : null}
              .
            </p>
            {event.fields.length > 0 ? (
              <ul className="space-y-0.5 text-[0.8125rem] text-muted-foreground">
                {event.fields.map((field) => (
                  <FieldChange key={field.label} {...field} />
                ))}
              </ul>
            ) : null}
          </div>
          <p className="flex flex-wrap items-baseline gap-x-3 text-xs text-muted-foreground">
            <FilterLink
              href={activityUrl(path, { ...query, action: event.action, cursor: undefined })}
              label="Show only this action"
              className="font-mono"
            >
              {event.action}
            </FilterLink>
            <LocalDateTime at={event.createdAt} className="whitespace-nowrap tabular-nums" />
          </p>
        </li>
      ))}
    </ol>
  )
}

function FieldChange({ label, from, to }: DoneDto['events'][number]['fields'][number]) {
  return (
    <li className="wrap-anywhere">
      <span className="inline-block first-letter:uppercase">{label}</span>
      {from !== undefined || to !== undefined ? (
        <>
          :{' '}
          <del className="no-underline">
            <bdi>{from ?? 'none'}</bdi>
          </del>{' '}
          <Icon name="arrow-right" className="inline size-3" />
          <span className="sr-only">to</span>{' '}
          <ins className="text-foreground no-underline">
            <bdi>{to ?? 'none'}</bdi>
          </ins>
        </>
      ) : (
        ' changed'
      )}
    </li>
  )
}
