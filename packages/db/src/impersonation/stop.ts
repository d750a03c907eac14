import { eq, sql } from 'drizzle-orm'
import { session } from '../accounts/table'
import { attribute } from '../activity/attribute'
import { database } from '../connection/client'
import { impersonation } from './table'

/**
 * Ends the impersonation of a session, even one that is no longer in force, and records it.
 * @returns the person, null if their account is deleted; undefined if the session isn't impersonating
 */
export async function stopImpersonation(
  sessionId: string,
  { action, requestId }: { action: string; requestId: string },
): Promise<string | null | undefined> {
  return database().transaction(async (transaction) => {
    const [ended] = await transaction
      .delete(impersonation)
      .where(eq(impersonation.sessionId, sessionId))
      .returning({
        personId: impersonation.personId,
        mode: impersonation.mode,
        reason: impersonation.reason,
        adminId: sql<string>`(SELECT ${session.userId} FROM ${session} WHERE ${session.id} = ${impersonation.sessionId})`,
      })
    if (!ended?.personId) return ended?.personId
    const { personId, mode, reason, adminId } = ended
    await attribute(transaction, { userId: adminId, action, requestId })
    const changes = { impersonation: { old: mode }, reason: { new: reason } }
    await transaction.execute(
      sql`SELECT record_decision(${personId}::uuid, ${JSON.stringify(changes)}::text::jsonb)`,
    )
    return personId
  })
}
