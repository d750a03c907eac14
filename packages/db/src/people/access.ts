import { eq } from 'drizzle-orm'
import { user } from '../accounts/table'
import { ConflictError } from '../connection/conflict-error'
import { decide } from './decide'
import type { Decision } from './decide'
import type { Notify } from './suspend'

/**
 * Verifies a person's email without a link.
 * @throws ConflictError ALREADY_DONE when it is already verified
 */
export async function verifyEmailOf(decision: Decision, notify: Notify): Promise<boolean> {
  return decide(decision, async (transaction, person) => {
    if (person.emailVerified) throw new ConflictError('ALREADY_DONE')
    await transaction.update(user).set({ emailVerified: true }).where(eq(user.id, person.id))
    await notify(transaction, person.email)
    return { email_verified: { old: false, new: true } }
  })
}

/** Mails a person a link that sets a new password. Their password and sessions stay until they use it. */
export async function sendPasswordReset(decision: Decision, notify: Notify): Promise<boolean> {
  return decide(decision, async (transaction, person) => {
    if (person.isBanned) throw new ConflictError('SUSPENDED')
    await notify(transaction, person.email)
    return { password_reset: { new: true } }
  })
}
