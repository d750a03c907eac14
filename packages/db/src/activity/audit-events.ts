import { getTableName, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { encodePosition, olderThan } from '../query/position'
import { database } from '../connection/client'
import {
  clampedRows,
  exported,
  inOrganization,
  startOfStep,
  type CountedPeriod,
  type StepCount,
} from './page'
import { contentTables, idOf } from '../content'
import { user } from '../accounts/table'
import { auditEvent } from './table'
import { member } from '../members/table'
import { organization } from '../organizations/table'
import type { ColumnChange } from './table'
import { titleOf } from '../schema/content'
import type { TenantDb } from '../tenancy/tenant'
import { isUuid } from '../query/uuid'

export interface AuditRow {
  id: string
  action: string
  /** The name of the changed table. */
  targetType: string
  /** The row's current name, or null if it is deleted or hidden from the reader. */
  targetName: string | null
  changes: Record<string, ColumnChange>
  requestId: string | null
  /** Null if the caller was signed out. The name is null for former members. */
  person: { id: string; name: string | null } | null
  /** The admin who acted as the person. The name is null for the organization's members, who can't read it. */
  impersonator: { id: string; name: string | null } | null
  organization: { slug: string; name: string } | null
  /** An ISO timestamp. */
  createdAt: string
}

export interface AuditQuery {
  action?: string
  /** A user ID. */
  actor?: string
  /** The ID of an admin who acted as someone else. */
  impersonator?: string
  /** A slug, to narrow down what an admin reads. */
  organization?: string
  targetType?: string
  since?: Date
  until?: Date
  /** From an `AuditPage`. Any other text gives the first page. */
  cursor?: string
  /** Rows on a page, 1 to `MOST_ROWS`. */
  limit: number
  /** The period of `counts`, which are empty without it. */
  counted?: CountedPeriod
  /** Records the export. */
  isExport?: boolean
}

export interface AuditPage {
  events: AuditRow[]
  nextCursor: string | null
  /** The changes that match, by time step, for the whole period, on every page. */
  counts: StepCount[]
}

const e = auditEvent

/** Returns a page of the organization's audit events, newest first. */
export async function listAuditEvents(db: TenantDb, query: AuditQuery): Promise<AuditPage> {
  return read(db, query, sql`${e.organizationId} = ${db.tenant.organization.id}`, titleOfTarget())
}

/**
 * Returns a page of all organizations' audit events, from tables visible to super-admins. The caller must have checked
 * that the user is one.
 */
export async function listAllAuditEvents(
  query: AuditQuery,
  db: Pick<TenantDb, 'execute'> = database(),
): Promise<AuditPage> {
  return read(db, query, sql`true`, sql`NULL`)
}

/** The changed row's title, from whichever table it is in. */
function titleOfTarget(): SQL {
  const cases = contentTables().flatMap((table) => {
    const [title, id] = [titleOf(table), idOf(table)]
    return title
      ? [sql`WHEN ${getTableName(table)} THEN (SELECT ${title} FROM ${table} WHERE ${id} = ${e.targetId})`]
      : []
  })
  return cases.length > 0 ? sql`CASE ${e.targetType} ${sql.join(cases, sql` `)} END` : sql`NULL`
}

async function read(
  db: Pick<TenantDb, 'execute'>,
  query: AuditQuery,
  scope: SQL,
  title: SQL,
): Promise<AuditPage> {
  const limit = clampedRows(query.limit)
  const counts = query.counted ? countAuditEvents(query, query.counted, scope) : sql`SELECT NULL WHERE false`
  // One statement for all, because a page can run only six.
  const [row] = await db.execute<{ page: AuditRow[]; counts: StepCount[] }>(sql`
    SELECT (SELECT coalesce(json_agg(p), '[]') FROM (${selectAuditEvents(query, scope, title, limit)}) p) AS page,
      (SELECT coalesce(json_agg(c), '[]') FROM (${counts}) c) AS counts
      ${query.isExport ? exported('changes') : sql``}`)
  if (!row) throw new Error('The database returned no page.')
  const events = row.page.slice(0, limit)
  const last = events.at(-1)
  const hasNext = row.page.length > limit && last
  return {
    events,
    nextCursor: hasNext ? encodePosition({ at: new Date(last.createdAt).toISOString(), id: last.id }) : null,
    counts: row.counts,
  }
}

export function countAuditEvents(query: AuditQuery, period: CountedPeriod, scope: SQL): SQL {
  const { since, until } = period
  return sql`
    SELECT (${startOfStep(sql`${e.createdAt}`, period)})::int AS "from", count(*)::int AS count
    FROM ${e} WHERE ${sql.join(matching({ ...query, since, until }, scope), sql` AND `)} GROUP BY 1`
}

/** Selects one row more than the page, which shows whether another page follows. */
export function selectAuditEvents(query: AuditQuery, scope: SQL, title: SQL, limit: number): SQL {
  const conditions = [...matching(query, scope), olderThan(query.cursor, sql`${e.createdAt}`, sql`${e.id}`)]
  const memberName = sql`(SELECT subject.name FROM ${member} JOIN ${user} subject ON subject.id = ${member.userId}
    WHERE ${member.id} = ${e.targetId} AND ${e.targetType} = 'member')`
  const accountName = sql`(SELECT subject.name FROM ${user} subject
    WHERE subject.id = ${e.targetId} AND ${e.targetType} = 'user')`
  return sql`
    SELECT ${e.id}, ${e.action}, ${e.targetType} AS "targetType", ${e.changes}, ${e.requestId} AS "requestId",
      ${e.createdAt} AS "createdAt", coalesce(${title}, ${memberName}, ${accountName}) AS "targetName",
      CASE WHEN ${e.actorId} IS NOT NULL THEN json_build_object('id', ${e.actorId}, 'name', ${user.name}) END AS person,
      CASE WHEN ${e.impersonatorId} IS NOT NULL THEN json_build_object('id', ${e.impersonatorId}, 'name',
        (SELECT admin.name FROM ${user} admin WHERE admin.id = ${e.impersonatorId})) END AS impersonator,
      CASE WHEN ${organization.id} IS NOT NULL
        THEN json_build_object('slug', ${organization.slug}, 'name', ${organization.name}) END AS organization
    FROM ${e}
    LEFT JOIN ${user} ON ${user.id} = ${e.actorId}
    LEFT JOIN ${organization} ON ${organization.id} = ${e.organizationId}
    WHERE ${sql.join(conditions, sql` AND `)}
    ORDER BY ${e.createdAt} DESC, ${e.id} DESC LIMIT ${limit + 1}`
}

function matching(query: AuditQuery, scope: SQL): SQL[] {
  const byId = (column: SQL, id: string) => (isUuid(id) ? sql`${column} = ${id}` : sql`false`)
  return [
    scope,
    ...(query.since ? [sql`${e.createdAt} >= ${query.since.toISOString()}::timestamptz`] : []),
    ...(query.until ? [sql`${e.createdAt} < ${query.until.toISOString()}::timestamptz`] : []),
    ...(query.action ? [sql`${e.action} = ${query.action}`] : []),
    ...(query.targetType ? [sql`${e.targetType} = ${query.targetType}`] : []),
    ...(query.organization ? [inOrganization(sql`${e.organizationId}`, query.organization)] : []),
    ...(query.actor ? [byId(sql`${e.actorId}`, query.actor)] : []),
    ...(query.impersonator ? [byId(sql`${e.impersonatorId}`, query.impersonator)] : []),
  ]
}
