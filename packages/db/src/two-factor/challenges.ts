import { and, eq, gt, inArray, lt, sql } from 'drizzle-orm'
import { account, user } from '../accounts/table'
import { database } from '../connection/client'
import type { Transaction } from '../connection/client'
import { signInChallenge } from './table'
import { twoFactorBounds } from './values'

export interface PendingSignIn {
  user: { id: string; email: string }
  /** The hash of the password, or null if there is none. A new password ends the sign-in. */
  passwordHash: string | null
}

/** Expired rows that one sign-in removes. Each adds one, so this keeps up. */
const REMOVED_AT_ONCE = 20

/** Stores a sign-in that waits for its code. Call it with the account locked. */
export async function keepChallenge(
  transaction: Transaction,
  { tokenHash, userId }: { tokenHash: string; userId: string },
): Promise<void> {
  const expired = transaction
    .select({ tokenHash: signInChallenge.tokenHash })
    .from(signInChallenge)
    .where(lt(signInChallenge.expiresAt, sql`now()`))
    .limit(REMOVED_AT_ONCE)
    .for('update', { skipLocked: true })
  await transaction.delete(signInChallenge).where(inArray(signInChallenge.tokenHash, expired))
  await transaction.insert(signInChallenge).values({
    tokenHash,
    userId,
    expiresAt: sql`now() + ${twoFactorBounds.challengeMinutes} * interval '1 minute'`,
  })
}

/** Returns who is signing in, or undefined when the sign-in has ended. */
export async function readChallenge(tokenHash: string): Promise<PendingSignIn | undefined> {
  const [found] = await database()
    .select({ user: { id: user.id, email: user.email }, passwordHash: account.password })
    .from(signInChallenge)
    .innerJoin(user, eq(user.id, signInChallenge.userId))
    .leftJoin(account, and(eq(account.userId, user.id), eq(account.providerId, 'credential')))
    .where(isOpen(tokenHash))
  return found
}

/**
 * Counts an attempt before its code is checked, so parallel guesses can't share one.
 * @returns false when the sign-in has ended or has no attempts left
 */
export async function countAttempt(tokenHash: string): Promise<boolean> {
  const counted = await database()
    .update(signInChallenge)
    .set({ attempts: sql`${signInChallenge.attempts} + 1` })
    .where(isOpen(tokenHash))
    .returning({ attempts: signInChallenge.attempts })
  return counted.length > 0
}

/** Ends the sign-in. Only one of several parallel calls gets true. */
export async function takeChallenge(transaction: Transaction, tokenHash: string): Promise<boolean> {
  const taken = await transaction
    .delete(signInChallenge)
    .where(and(eq(signInChallenge.tokenHash, tokenHash), gt(signInChallenge.expiresAt, sql`now()`)))
    .returning({ tokenHash: signInChallenge.tokenHash })
  return taken.length > 0
}

function isOpen(tokenHash: string) {
  return and(
    eq(signInChallenge.tokenHash, tokenHash),
    gt(signInChallenge.expiresAt, sql`now()`),
    lt(signInChallenge.attempts, twoFactorBounds.attempts),
  )
}

/** Ends every pending sign-in of the user. Lock the user first. */
export async function dropChallenges(transaction: Transaction, userId: string): Promise<void> {
  await transaction.delete(signInChallenge).where(eq(signInChallenge.userId, userId))
}
