import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { user } from '../accounts/table'
import { auditEvent, securityEvent } from '../activity/table'
import type { ColumnChange } from '../activity/table'
import { database } from '../connection/client'
import { organization } from '../organizations/table'

const LISTED = 10

/** A super-admin's decision about a person. */
export interface PastDecision {
  id: string
  action: string
  changes: Record<string, ColumnChange>
  /** Null for a super-admin whose account is deleted. */
  by: string | null
  /** An ISO timestamp. */
  at: string
}

/** One change or refusal. */
export interface TrailEntry {
  id: string
  action: string
  organization: string | null
  /** Refusals in the same minute; 1 for a change. */
  count: number
  /** An ISO timestamp. */
  at: string
}

/** The latest events about an account or caused by it, newest first. */
export interface Trail {
  decisions: PastDecision[]
  changes: TrailEntry[]
  refusals: TrailEntry[]
}

/** Returns the latest decisions about a person, their changes and their refusals, with one statement. */
export async function readTrail(userId: string): Promise<Trail> {
  const a = auditEvent
  const s = securityEvent
  const nameOf = (id: SQL) =>
    sql`(SELECT ${organization.name} FROM ${organization} WHERE ${organization.id} = ${id})`
  const [trail] = await database().execute<{ trail: Trail }>(sql`
    SELECT json_build_object(
      'decisions', (SELECT coalesce(json_agg(d), '[]') FROM (
        SELECT ${a.id}, ${a.action}, ${a.changes}, ${a.createdAt} AS at,
          (SELECT ${user.name} FROM ${user} WHERE ${user.id} = ${a.actorId}) AS by
        FROM ${a} WHERE ${a.targetType} = 'user' AND ${a.targetId} = ${userId} AND ${a.visibleToAdmins}
        ORDER BY ${a.createdAt} DESC, ${a.id} DESC LIMIT ${LISTED}) d),
      'changes', (SELECT coalesce(json_agg(c), '[]') FROM (
        SELECT ${a.id}, ${a.action}, ${nameOf(sql`${a.organizationId}`)} AS organization, 1 AS count, ${a.createdAt} AS at
        FROM ${a} WHERE ${a.actorId} = ${userId} AND ${a.visibleToAdmins}
        ORDER BY ${a.createdAt} DESC, ${a.id} DESC LIMIT ${LISTED}) c),
      'refusals', (SELECT coalesce(json_agg(r), '[]') FROM (
        SELECT ${s.id}, ${s.action}, ${nameOf(sql`${s.organizationId}`)} AS organization, ${s.count}, ${s.lastSeen} AS at
        FROM ${s} WHERE ${s.actorId} = ${userId}
        ORDER BY ${s.minute} DESC, ${s.id} DESC LIMIT ${LISTED}) r)
    ) AS trail`)
  return trail?.trail ?? { decisions: [], changes: [], refusals: [] }
}
