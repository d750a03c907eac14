import { and, eq } from 'drizzle-orm'
import type { Transaction } from '../connection/client'
import { hasPassword } from '../sign-in/linked-accounts'
import { account, user } from './table'

/** Locks the user's password until the transaction ends, after the user (`lockUser`) and before sessions. */
export async function lockAccount(transaction: Transaction, userId: string): Promise<void> {
  await transaction
    .select({ id: account.id })
    .from(account)
    .where(and(eq(account.userId, userId), eq(account.providerId, 'credential')))
    .for('update')
}

/** Locks the account against a change of its password. Returns false when the password has changed. */
export async function holdPassword(
  transaction: Transaction,
  userId: string,
  passwordHash: string,
): Promise<boolean> {
  const [held] = await transaction
    .select({ id: account.id })
    .from(account)
    .where(
      and(
        eq(account.userId, userId),
        eq(account.providerId, 'credential'),
        eq(account.password, passwordHash),
      ),
    )
    .for('share')
  return held !== undefined
}

/**
 * Like `holdPassword`, but accepts null for a user who has no password. Then returns false if one has been set.
 */
export async function holdPasswordOrNone(
  transaction: Transaction,
  userId: string,
  passwordHash: string | null,
): Promise<boolean> {
  if (passwordHash !== null) return holdPassword(transaction, userId, passwordHash)
  // Setting a first password locks the user.
  await transaction.select({ id: user.id }).from(user).where(eq(user.id, userId)).for('share')
  return !(await hasPassword(transaction, userId))
}
