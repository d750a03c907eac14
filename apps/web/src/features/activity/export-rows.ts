import { toCsv } from './csv'
import { activityQuerySchema, type ActivityQueryDto } from './query'
import type { ActivityDto, DoneDto, RefusedDto } from './read-activity'

/** Maximum number of rows in a file. */
export const MOST_EXPORTED = 1000

/** Reads the filters of a page's URL. The file starts at the beginning of the list, not at the current page. */
export function filtersOf(query: string): ActivityQueryDto {
  return { ...activityQuerySchema.parse(Object.fromEntries(new URLSearchParams(query))), cursor: undefined }
}

/** Returns activity as a file, and whether more rows match. */
export function exportOf(activity: ActivityDto) {
  const { view, nextCursor } = activity
  const csv = view === 'done' ? changesAsCsv(activity) : refusalsAsCsv(activity)
  return { csv, view, isCut: nextCursor !== null }
}

function changesAsCsv({ events }: DoneDto): string {
  const header = [
    'Time',
    'Person',
    'Person ID',
    'Impersonator ID',
    'Action',
    'Change',
    'Name',
    'Organization',
  ]
  return toCsv(
    [...header, 'Details', 'Request ID'],
    events.map(
      ({ createdAt, person, impersonator, action, verb, noun, name, organization, fields, requestId }) => [
        new Date(createdAt).toISOString(),
        person?.name ?? '',
        person?.id ?? '',
        impersonator?.id ?? '',
        action,
        `${verb} ${noun}`,
        name ?? '',
        organization?.slug ?? '',
        fields.map(({ label, from, to }) => `${label}: ${from ?? ''} → ${to ?? ''}`).join('; '),
        requestId ?? '',
      ],
    ),
  )
}

function refusalsAsCsv({ refusals }: RefusedDto): string {
  const header = ['First seen', 'Last seen', 'Reason', 'Action', 'Person', 'Person ID', 'Network']
  return toCsv(
    [...header, 'Organization', 'Count', 'Last request ID'],
    refusals.map(
      ({ firstSeen, lastSeen, kind, action, person, network, organization, count, lastRequestId }) => [
        new Date(firstSeen).toISOString(),
        new Date(lastSeen).toISOString(),
        kind,
        action,
        person?.name ?? '',
        person?.id ?? '',
        network ?? '',
        organization?.slug ?? '',
        String(count),
        lastRequestId,
      ],
    ),
  )
}
