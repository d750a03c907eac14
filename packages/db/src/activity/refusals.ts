import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { encodePosition, olderThan } from '../query/position'
import {
  clampedRows,
  exported,
  inOrganization,
  startOfStep,
  type CountedPeriod,
  type StepCount,
} from './page'
import { database } from '../connection/client'
import { user } from '../accounts/table'
import { securityEvent } from './table'
import { organization } from '../organizations/table'
import type { SecurityEventKind } from './security-event-values'
import type { TenantDb } from '../tenancy/tenant'
import { isUuid } from '../query/uuid'

export interface RefusalRow {
  id: string
  kind: SecurityEventKind
  action: string
  /** The signed-in user. The name is null for users the reader may not see: former members and strangers. */
  person: { id: string; name: string | null } | null
  /** The caller's network if signed out. Null together with `person` for a row that counts many callers. */
  network: string | null
  organization: { slug: string; name: string } | null
  count: number
  lastRequestId: string
  /** ISO timestamps. */
  firstSeen: string
  lastSeen: string
}

/** The number of refusals of a kind in one time step. */
export interface RefusalCount extends StepCount {
  kind: SecurityEventKind
}

export interface RefusalQuery extends CountedPeriod {
  kind?: SecurityEventKind
  action?: string
  /** A user ID, or `signed-out` for signed-out callers. */
  actor?: string | 'signed-out'
  /** A network as stored. */
  network?: string
  /** A slug, to narrow down what an admin reads. */
  organization?: string
  /** From a `RefusalPage`. Any other text gives the first page. */
  cursor?: string
  /** Rows on a page, 1 to `MOST_ROWS`. */
  limit: number
  /** Records the export. */
  isExport?: boolean
}

export interface RefusalPage {
  refusals: RefusalRow[]
  nextCursor: string | null
  /** For the whole period, on every page. */
  counts: RefusalCount[]
}

const e = securityEvent

/** Returns a page of the organization's refusals, newest first. */
export async function listRefusals(db: TenantDb, query: RefusalQuery): Promise<RefusalPage> {
  return read(db, query, sql`${e.organizationId} = ${db.tenant.organization.id}`)
}

/** Returns a page of all refusals. The caller must have checked that the user is a super-admin. */
export async function listAllRefusals(
  query: RefusalQuery,
  db: Pick<TenantDb, 'execute'> = database(),
): Promise<RefusalPage> {
  return read(db, query, sql`true`)
}

async function read(db: Pick<TenantDb, 'execute'>, query: RefusalQuery, scope: SQL): Promise<RefusalPage> {
  const limit = clampedRows(query.limit)
  // One statement for both, because a page can run only six.
  const [row] = await db.execute<{ page: (RefusalRow & { minute: string })[]; counts: RefusalCount[] }>(sql`
    SELECT (SELECT coalesce(json_agg(p), '[]') FROM (${selectRefusals(query, scope, limit)}) p) AS page,
      (SELECT coalesce(json_agg(c), '[]') FROM (${countRefusals(query, scope)}) c) AS counts
      ${query.isExport ? exported('refusals') : sql``}`)
  if (!row) throw new Error('The database returned no page.')
  const refusals = row.page.slice(0, limit)
  const last = refusals.at(-1)
  const hasNext = row.page.length > limit && last
  return {
    refusals,
    nextCursor: hasNext ? encodePosition({ at: new Date(last.minute).toISOString(), id: last.id }) : null,
    counts: row.counts,
  }
}

/** Selects one row more than the page, which shows whether another page follows. */
export function selectRefusals(query: RefusalQuery, scope: SQL, limit: number): SQL {
  return sql`
    SELECT ${e.id}, ${e.minute}, ${e.kind}, ${e.action}, ${e.network}, ${e.count},
      ${e.lastRequestId} AS "lastRequestId", ${e.firstSeen} AS "firstSeen", ${e.lastSeen} AS "lastSeen",
      CASE WHEN ${e.actorId} IS NOT NULL THEN json_build_object('id', ${e.actorId}, 'name', ${user.name}) END AS person,
      CASE WHEN ${organization.id} IS NOT NULL
        THEN json_build_object('slug', ${organization.slug}, 'name', ${organization.name}) END AS organization
    FROM ${e}
    LEFT JOIN ${user} ON ${user.id} = ${e.actorId}
    LEFT JOIN ${organization} ON ${organization.id} = ${e.organizationId}
    WHERE ${matching(query, scope)} AND ${olderThan(query.cursor, sql`${e.minute}`, sql`${e.id}`)}
    ORDER BY ${e.minute} DESC, ${e.id} DESC LIMIT ${limit + 1}`
}

export function countRefusals(query: RefusalQuery, scope: SQL): SQL {
  return sql`
    SELECT (${startOfStep(sql`${e.minute}`, query)})::int AS "from", ${e.kind}, sum(${e.count})::int AS count
    FROM ${e} WHERE ${matching(query, scope)} GROUP BY 1, 2`
}

function matching(query: RefusalQuery, scope: SQL): SQL {
  const { kind, action, actor, network, organization: slug, since, until } = query
  const conditions = [
    scope,
    sql`${e.minute} >= ${since.toISOString()}::timestamptz AND ${e.minute} < ${until.toISOString()}::timestamptz`,
    ...(kind ? [sql`${e.kind} = ${kind}`] : []),
    ...(action ? [sql`${e.action} = ${action}`] : []),
    ...(actor ? [byActor(actor)] : []),
    ...(network ? [sql`${e.network} = ${network}`] : []),
    ...(slug ? [inOrganization(sql`${e.organizationId}`, slug)] : []),
  ]
  return sql.join(conditions, sql` AND `)
}

function byActor(actor: string): SQL {
  if (actor === 'signed-out') return sql`${e.actorId} IS NULL`
  return isUuid(actor) ? sql`${e.actorId} = ${actor}` : sql`false`
}
