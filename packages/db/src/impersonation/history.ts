import { and, desc, eq, sql } from 'drizzle-orm'
import { user } from '../accounts/table'
import { auditEvent } from '../activity/table'
import { database } from '../connection/client'

const LISTED = 10

/** An impersonation of this person. */
export interface PastImpersonation {
  id: string
  /** Null for an admin whose account is deleted. */
  by: string | null
  /** As recorded, such as `read-only`. */
  mode: string | null
  at: Date
}

/** Returns the latest impersonations of a person, without the reasons, which are internal. */
export async function listImpersonationsOf(userId: string): Promise<PastImpersonation[]> {
  return database()
    .select({
      id: auditEvent.id,
      by: user.name,
      mode: sql<string | null>`${auditEvent.changes} #>> '{impersonation,new}'`,
      at: auditEvent.createdAt,
    })
    .from(auditEvent)
    .leftJoin(user, eq(user.id, auditEvent.actorId))
    .where(
      and(
        eq(auditEvent.targetType, 'user'),
        eq(auditEvent.targetId, userId),
        eq(auditEvent.action, 'impersonation.start'),
      ),
    )
    .orderBy(desc(auditEvent.createdAt), desc(auditEvent.id))
    .limit(LISTED)
}
