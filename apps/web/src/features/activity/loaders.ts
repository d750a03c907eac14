import 'server-only'
import { listAllAuditEvents, listAuditEvents, type AuditPage } from '@kit/db/activity/audit-events'
import { listAllRefusals, listRefusals, type RefusalPage } from '@kit/db/activity/refusals'
import { namesOf } from '@kit/db/people/names'
import { readDateSettings } from '@/lib/dates/read-date-settings'
import { readOrganization } from '@/lib/organization/read-organization'
import { requireAdmin } from '@/lib/request/require-admin'

import { describeChange } from './describe-change'
import { maskNetwork } from '@kit/rate-limit/ip/mask-network'
import { activityQuerySchema, boundsOf, rangeOf, type ActivityQueryDto, type SearchParams } from './query'
import { subjects } from './subjects'

const PAGE_SIZE = 25

/** Changes or refused requests of an organization. */
export async function loadActivity(organization: string, searchParams: SearchParams) {
  const query = activityQuerySchema.parse(searchParams)
  const { timeZone } = await readDateSettings()
  const activity = await readOrganization(organization, 'activity', async (db) =>
    query.view === 'done'
      ? doneDto(query, await listAuditEvents(db, doneQuery(query, timeZone)))
      : refusedDto(query, await listRefusals(db, refusedQuery(query, timeZone)), timeZone, maskNetwork),
  )
  return activity.view === 'done' ? withAdminNames(activity) : activity
}

/** Members can't read the accounts of admins, but should know who changed something as one of them. */
async function withAdminNames(activity: ReturnType<typeof doneDto>): Promise<ReturnType<typeof doneDto>> {
  const names = await namesOf([
    ...new Set(activity.events.flatMap(({ impersonator }) => impersonator?.id ?? [])),
  ])
  return {
    ...activity,
    events: activity.events.map(({ impersonator, ...event }) => ({
      ...event,
      impersonator: impersonator && { ...impersonator, name: names.get(impersonator.id) ?? null },
    })),
  }
}

/** The same for all organizations, except details they keep private. */
export async function loadAllActivity(searchParams: SearchParams) {
  await requireAdmin('activity.read')
  const query = activityQuerySchema.parse(searchParams)
  const { timeZone } = await readDateSettings()
  return query.view === 'done'
    ? doneDto(query, await listAllAuditEvents(doneQuery(query, timeZone)))
    : refusedDto(query, await listAllRefusals(refusedQuery(query, timeZone)), timeZone, (network) => network)
}

function doneQuery(query: ActivityQueryDto, timeZone: string) {
  const { actor, action, about: targetType, cursor } = query
  return { actor, action, targetType, cursor, ...boundsOf(query, timeZone), limit: PAGE_SIZE }
}

function refusedQuery(query: ActivityQueryDto, timeZone: string) {
  const { kind, actor, action, cursor } = query
  return { kind, actor, action, cursor, ...rangeOf(query, timeZone), limit: PAGE_SIZE }
}

function doneDto(query: ActivityQueryDto, { events, nextCursor }: AuditPage) {
  return {
    view: 'done' as const,
    query,
    nextCursor,
    // Column values stay on the server, except those that may be shown.
    events: events.map(({ changes, targetType, targetName, ...event }) => ({
      ...event,
      ...describeChange({ changes, targetType, targetName }, subjects.get(targetType)),
    })),
  }
}

function refusedDto(
  query: ActivityQueryDto,
  { refusals, counts, nextCursor }: RefusalPage,
  timeZone: string,
  shown: (network: string) => string,
) {
  const { since, until, stepSeconds } = rangeOf(query, timeZone)
  return {
    view: 'refused' as const,
    query,
    nextCursor,
    refusals: refusals.map((refusal) => ({
      ...refusal,
      network: refusal.network === null ? null : shown(refusal.network),
    })),
    counts,
    range: { from: since.getTime() / 1000, to: until.getTime() / 1000, step: stepSeconds },
  }
}

export type ActivityDto = Awaited<ReturnType<typeof loadActivity>>
export type DoneDto = Extract<ActivityDto, { view: 'done' }>
export type RefusedDto = Extract<ActivityDto, { view: 'refused' }>
