import { eq } from 'drizzle-orm'
import { lockAccount } from '../accounts/lock-account'
import { lockUser } from '../accounts/mailed-links'
import { session, user } from '../accounts/table'
import { database } from '../connection/client'
import type { Transaction } from '../connection/client'
import { removeTwoFactor } from './set-up'

/**
 * Turns two-factor authentication off for someone who lost their phone and their codes, and ends their sessions.
 * @param notify reports it to the account's email, in the same transaction
 * @returns 'unknown' without such an account; 'off', without changes, when it was already off
 */
export async function resetTwoFactor(
  email: string,
  notify: (transaction: Transaction, email: string) => Promise<void>,
): Promise<'reset' | 'off' | 'unknown'> {
  return database().transaction(async (transaction) => {
    const [person] = await transaction
      .select({ id: user.id, email: user.email })
      .from(user)
      .where(eq(user.email, email.trim().toLowerCase()))
    if (!person) return 'unknown'
    await lockUser(transaction, person.id)
    await lockAccount(transaction, person.id)
    if (!(await removeTwoFactor(transaction, person.id))) return 'off'
    await transaction.delete(session).where(eq(session.userId, person.id))
    await notify(transaction, person.email)
    return 'reset'
  })
}
