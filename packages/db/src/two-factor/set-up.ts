import { and, eq, gt, gte, isNull, ne, sql } from 'drizzle-orm'
import { session } from '../accounts/table'
import { database } from '../connection/client'
import type { Transaction } from '../connection/client'
import { backupCode, signInChallenge, twoFactor } from './table'
import { twoFactorBounds } from './values'

interface OwnSession {
  userId: string
  sessionId: string
}

/**
 * Stores the secret of an app that isn't confirmed yet, and replaces an earlier one.
 * @returns false, without changes, when two-factor authentication is already on
 */
export async function startSetUp({ userId, sessionId }: OwnSession, sealedSecret: string): Promise<boolean> {
  const stored = await database()
    .insert(twoFactor)
    .values({ userId, sealedSecret, setUpSession: sessionId })
    .onConflictDoUpdate({
      target: twoFactor.userId,
      set: { sealedSecret, setUpSession: sessionId, createdAt: sql`now()` },
      setWhere: isNull(twoFactor.enabledAt),
    })
    .returning({ userId: twoFactor.userId })
  return stored.length > 0
}

/** Returns the sealed secret that this session is setting up. Another session of the user doesn't see it. */
export async function readSetUp(current: OwnSession): Promise<string | undefined> {
  const [found] = await database()
    .select({ sealedSecret: twoFactor.sealedSecret })
    .from(twoFactor)
    .where(isBeingSetUp(current))
  return found?.sealedSecret
}

/**
 * Turns two-factor authentication on and ends every other session and sign-in of the user. Call it with the account
 * locked. Only one of several parallel calls gets true.
 */
export async function enableTwoFactor(
  transaction: Transaction,
  { step, sealedSecret, ...current }: OwnSession & { step: number; sealedSecret: string },
): Promise<boolean> {
  const enabled = await transaction
    .update(twoFactor)
    .set({ enabledAt: sql`now()`, setUpSession: null, lastStep: step })
    .where(and(isBeingSetUp(current), eq(twoFactor.sealedSecret, sealedSecret)))
    .returning({ userId: twoFactor.userId })
  if (enabled.length === 0) return false
  await transaction
    .delete(session)
    .where(and(eq(session.userId, current.userId), ne(session.id, current.sessionId)))
  await transaction.delete(signInChallenge).where(eq(signInChallenge.userId, current.userId))
  return true
}

/** Turns two-factor authentication off. Call it with the account locked. */
export async function removeTwoFactor(transaction: Transaction, userId: string): Promise<boolean> {
  await transaction.delete(backupCode).where(eq(backupCode.userId, userId))
  await transaction.delete(signInChallenge).where(eq(signInChallenge.userId, userId))
  const removed = await transaction
    .delete(twoFactor)
    .where(eq(twoFactor.userId, userId))
    .returning({ enabledAt: twoFactor.enabledAt })
  return removed.some(({ enabledAt }) => enabledAt !== null)
}

/** Whether two-factor authentication was turned on at this time or later. */
export async function wasEnabledSince(
  transaction: Transaction,
  userId: string,
  time: Date,
): Promise<boolean> {
  const [found] = await transaction
    .select({ userId: twoFactor.userId })
    .from(twoFactor)
    .where(and(eq(twoFactor.userId, userId), gte(twoFactor.enabledAt, time)))
  return found !== undefined
}

function isBeingSetUp({ userId, sessionId }: OwnSession) {
  return and(
    eq(twoFactor.userId, userId),
    eq(twoFactor.setUpSession, sessionId),
    isNull(twoFactor.enabledAt),
    gt(twoFactor.createdAt, sql`now() - ${twoFactorBounds.setUpMinutes} * interval '1 minute'`),
  )
}
