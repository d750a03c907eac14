import { and, eq, sql } from 'drizzle-orm'
import { session } from '../accounts/table'
import { ConflictError } from '../connection/conflict-error'
import { decide, type Decision } from '../people/decide'
import type { Notify } from '../people/suspend'
import { impersonation } from './table'
import { IMPERSONATION_MINUTES, type ImpersonationMode } from './values'

interface Start {
  /** The session of the decision's author, which becomes the person's. */
  sessionId: string
  mode: ImpersonationMode
  /** The roles that may impersonate in this mode. */
  authors: readonly string[]
}

/**
 * Makes a session act as another person until it ends, someone stops it or the time is up.
 * @returns false when there is no such person
 * @throws ConflictError STAFF_ACCOUNT, SUSPENDED, ALREADY_DONE when the session already acts as someone, and those of `decide`
 */
export async function startImpersonation(
  decision: Decision,
  { sessionId, mode, authors }: Start,
  notify: Notify,
): Promise<boolean> {
  const { adminId, userId, reason } = decision
  return decide(
    decision,
    async (transaction, person) => {
      if ((person.role ?? 'user') !== 'user') throw new ConflictError('STAFF_ACCOUNT')
      if (person.isBanned) throw new ConflictError('SUSPENDED')
      const [own] = await transaction
        .select({ id: session.id })
        .from(session)
        .where(and(eq(session.id, sessionId), eq(session.userId, adminId)))
        .for('key share')
      if (!own) throw new ConflictError('NO_LONGER_ADMIN')
      const started = await transaction
        .insert(impersonation)
        .values({
          sessionId,
          personId: userId,
          mode,
          reason,
          expiresAt: sql`now() + make_interval(mins => ${IMPERSONATION_MINUTES})`,
        })
        .onConflictDoNothing()
        .returning({ id: impersonation.sessionId })
      if (started.length === 0) throw new ConflictError('ALREADY_DONE')
      await notify(transaction, person.email)
      return { impersonation: { new: mode } }
    },
    authors,
  )
}
