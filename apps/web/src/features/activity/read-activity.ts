import 'server-only'
import {
  type AuditPage,
  type AuditQuery,
  listAllAuditEvents,
  listAuditEvents,
} from '@kit/db/activity/audit-events'
import { listAllRefusals, listRefusals, type RefusalPage, type RefusalQuery } from '@kit/db/activity/refusals'
import type { Transaction } from '@kit/db/connection/client'
import type { TenantDb } from '@kit/db/tenancy/tenant'
import { maskNetwork } from '@kit/rate-limit/ip/mask-network'

import { describeChange } from './describe-change'
import { type ActivityQueryDto, boundsOf, rangeOf } from './query'
import { subjects } from './subjects'

interface Reading {
  timeZone: string
  /** Maximum number of rows. */
  limit: number
  /** Records the export. */
  isExport?: boolean
}

/** Returns activity of one organization. Networks are masked, and other organizations are out of reach. */
export async function readActivity(db: TenantDb, query: ActivityQueryDto, reading: Reading) {
  const own = { ...query, in: undefined, network: undefined }
  return query.view === 'done'
    ? doneDto(own, await listAuditEvents(db, doneQuery(own, reading)), reading)
    : refusedDto(own, await listRefusals(db, refusedQuery(own, reading)), reading, maskNetwork)
}

/** Returns activity of all organizations, except details they keep private. */
export async function readAllActivity(query: ActivityQueryDto, reading: Reading, db?: Transaction) {
  return query.view === 'done'
    ? doneDto(query, await listAllAuditEvents(doneQuery(query, reading), db), reading)
    : refusedDto(
        query,
        await listAllRefusals(refusedQuery(query, reading), db),
        reading,
        (network) => network,
      )
}

function doneQuery(query: ActivityQueryDto, { timeZone, limit, isExport = false }: Reading): AuditQuery {
  const { actor, impersonator, action, about: targetType, in: organization, cursor } = query
  const counted = rangeOf(query, timeZone)
  const filters = { actor, impersonator, action, targetType, organization, cursor }
  return { ...filters, ...boundsOf(query, timeZone), limit, isExport, ...(!isExport && { counted }) }
}

function refusedQuery(query: ActivityQueryDto, { timeZone, limit, isExport = false }: Reading): RefusalQuery {
  const { kind, actor, network, action, in: organization, cursor } = query
  return { kind, actor, network, action, organization, cursor, ...rangeOf(query, timeZone), limit, isExport }
}

/** The period of the chart, in epoch seconds. */
function chartedRange(query: ActivityQueryDto, { timeZone }: Reading) {
  const { since, until, stepSeconds } = rangeOf(query, timeZone)
  return { from: since.getTime() / 1000, to: until.getTime() / 1000, step: stepSeconds }
}

function doneDto(query: ActivityQueryDto, { events, nextCursor, counts }: AuditPage, reading: Reading) {
  return {
    view: 'done' as const,
    query,
    nextCursor,
    // Column values stay on the server, except those that can be shown.
    events: events.map(({ changes, targetType, targetName, ...event }) => ({
      ...event,
      ...describeChange({ changes, targetType, targetName }, subjects.get(targetType)),
    })),
    counts: counts.map((step) => ({ ...step, kind: 'changes' as const })),
    range: chartedRange(query, reading),
  }
}

function refusedDto(
  query: ActivityQueryDto,
  { refusals, counts, nextCursor }: RefusalPage,
  reading: Reading,
  shown: (network: string) => string,
) {
  return {
    view: 'refused' as const,
    query,
    nextCursor,
    refusals: refusals.map((refusal) => ({
      ...refusal,
      network: refusal.network === null ? null : shown(refusal.network),
    })),
    counts,
    range: chartedRange(query, reading),
  }
}

export type ActivityDto = Awaited<ReturnType<typeof readActivity>>
export type DoneDto = Extract<ActivityDto, { view: 'done' }>
export type RefusedDto = Extract<ActivityDto, { view: 'refused' }>
