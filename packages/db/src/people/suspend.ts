import { eq } from 'drizzle-orm'
import { revokeLinks } from '../accounts/mailed-links'
import { session, user } from '../accounts/table'
import type { Transaction } from '../connection/client'
import { ConflictError } from '../connection/conflict-error'
import { withdrawResetsOf } from '../two-factor-reset/pending'
import { signInChallenge } from '../two-factor/table'
import { decide } from './decide'
import type { Decision } from './decide'
import { handOver } from './handover'
import type { Handovers } from './handover'

/** Queues mail in the transaction of the decision. */
export type Notify = (transaction: Transaction, email: string) => Promise<void>

/**
 * Suspends a person until a given time, or until someone ends the suspension, and ends their sessions, pending sign-ins and
 * mailed links.
 * @returns false when there is no such person
 * @throws ConflictError NEEDS_OWNER, and those of `decide`
 */
export async function suspendPerson(
  decision: Decision,
  { until, newOwners }: Pick<Handovers, 'newOwners'> & { until: Date | null },
  notify: Notify,
): Promise<boolean> {
  return decide(decision, async (transaction, person) => {
    await handOver(transaction, person.id, newOwners)
    await transaction
      .update(user)
      .set({ banned: true, banExpires: until, banReason: decision.reason })
      .where(eq(user.id, person.id))
    await revokeLinks(transaction, person.id)
    await endEverySession(transaction, person.id)
    await withdrawResetsOf(transaction, person.id)
    await notify(transaction, person.email)
    const ends = { ...(person.banExpires && { old: person.banExpires }), ...(until && { new: until }) }
    return {
      suspended: { old: person.isBanned, new: true },
      ...(person.banExpires || until ? { suspended_until: ends } : {}),
    }
  })
}

/**
 * Ends a suspension.
 * @throws ConflictError ALREADY_DONE when the person is not suspended
 */
export async function restorePerson(decision: Decision, notify: Notify): Promise<boolean> {
  return decide(decision, async (transaction, person) => {
    if (!person.isBanned) throw new ConflictError('ALREADY_DONE')
    await transaction
      .update(user)
      .set({ banned: false, banExpires: null, banReason: null })
      .where(eq(user.id, person.id))
    await notify(transaction, person.email)
    return { suspended: { old: true, new: false } }
  })
}

/** Signs a person out everywhere. Returns false when there is no such person. */
export async function endSessionsOf(decision: Decision, notify: Notify): Promise<boolean> {
  return decide(decision, async (transaction, person) => {
    const ended = await endEverySession(transaction, person.id)
    await notify(transaction, person.email)
    return { sessions: { old: ended, new: 0 } }
  })
}

/** Ends every session and pending sign-in of a user. Returns how many sessions. */
export async function endEverySession(transaction: Transaction, userId: string): Promise<number> {
  await transaction.delete(signInChallenge).where(eq(signInChallenge.userId, userId))
  const ended = await transaction
    .delete(session)
    .where(eq(session.userId, userId))
    .returning({ id: session.id })
  return ended.length
}
