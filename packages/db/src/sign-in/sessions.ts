import { and, desc, eq, gt, lt, ne, sql } from 'drizzle-orm'
import { database, type Transaction } from '../connection/client'
import { session } from '../accounts/table'

/** Maximum sessions on the page: the ones that were used last. */
const MOST_LISTED = 100

/** Minutes between two writes of "last seen", so reading a session rarely writes. */
export const SEEN_EVERY_MINUTES = 10

/** Where a user is signed in. Without tokens. */
export interface SessionRow {
  id: string
  /** As the browser sent it, shortened. */
  userAgent: string | null
  /** Masked. */
  network: string | null
  createdAt: Date
  lastSeenAt: Date
}

/** Returns a user's sessions that have not expired, last used first. */
export async function listSessions(userId: string): Promise<SessionRow[]> {
  return database()
    .select({
      id: session.id,
      userAgent: session.userAgent,
      network: session.ipAddress,
      createdAt: session.createdAt,
      lastSeenAt: session.lastSeenAt,
    })
    .from(session)
    .where(and(eq(session.userId, userId), gt(session.expiresAt, sql`now()`)))
    .orderBy(desc(session.lastSeenAt), session.id)
    .limit(MOST_LISTED)
}

/** Whether a session is the user's. */
export async function ownsSession(userId: string, id: string): Promise<boolean> {
  const [own] = await database()
    .select({ id: session.id })
    .from(session)
    .where(and(eq(session.id, id), eq(session.userId, userId)))
  return own !== undefined
}

/**
 * Ends one of the user's sessions, but not the caller's own.
 * @returns false if there is none with this ID, or if it is someone else's
 */
export async function endSession(current: { userId: string; id: string }, id: string): Promise<boolean> {
  const ended = await database()
    .delete(session)
    .where(and(eq(session.id, id), eq(session.userId, current.userId), ne(session.id, current.id)))
    .returning({ id: session.id })
  return ended.length > 0
}

/** Ends all of the user's sessions but the caller's own. Returns how many. */
export async function endOtherSessions(current: { userId: string; id: string }): Promise<number> {
  const ended = await database()
    .delete(session)
    .where(and(eq(session.userId, current.userId), ne(session.id, current.id)))
    .returning({ id: session.id })
  return ended.length
}

/** Notes that a session is in use. Writes nothing if that was noted in the last few minutes. */
export async function noteSeen(id: string): Promise<void> {
  await database()
    .update(session)
    // Not a change of the session, so `updated_at` stays.
    .set({ lastSeenAt: sql`now()`, updatedAt: sql`${session.updatedAt}` })
    .where(
      and(
        eq(session.id, id),
        lt(session.lastSeenAt, sql`now() - make_interval(mins => ${SEEN_EVERY_MINUTES})`),
      ),
    )
}

/** Records that the user has just confirmed their identity. False if the session has ended. */
export async function confirmSession(transaction: Transaction, id: string): Promise<boolean> {
  const confirmed = await transaction
    .update(session)
    .set({ confirmedAt: sql`now()` })
    .where(eq(session.id, id))
    .returning({ id: session.id })
  return confirmed.length > 0
}
