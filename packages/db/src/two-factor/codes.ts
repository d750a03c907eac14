import { and, count, eq, inArray, isNotNull, lt } from 'drizzle-orm'
import type { Transaction } from '../connection/client'
import { database } from '../connection/client'
import { backupCode, twoFactor } from './table'

/** Returns the sealed secret of a user whose two-factor authentication is on. */
export async function readSealedSecret(
  db: Pick<Transaction, 'select'>,
  userId: string,
): Promise<string | undefined> {
  const [found] = await db
    .select({ sealedSecret: twoFactor.sealedSecret })
    .from(twoFactor)
    .where(and(eq(twoFactor.userId, userId), isNotNull(twoFactor.enabledAt)))
  return found?.sealedSecret
}

/**
 * Uses up the code of a time step and of all earlier ones. Only one of several parallel calls gets true.
 * @param use.resealed the secret, sealed with the current key
 * @returns false when that step or a later one was used, or when the secret has changed
 */
export async function takeStep(
  transaction: Transaction,
  {
    userId,
    sealedSecret,
    resealed,
    step,
  }: { userId: string; sealedSecret: string; resealed: string; step: number },
): Promise<boolean> {
  const taken = await transaction
    .update(twoFactor)
    .set({ lastStep: step, sealedSecret: resealed })
    .where(
      and(
        eq(twoFactor.userId, userId),
        eq(twoFactor.sealedSecret, sealedSecret),
        isNotNull(twoFactor.enabledAt),
        lt(twoFactor.lastStep, step),
      ),
    )
    .returning({ userId: twoFactor.userId })
  return taken.length > 0
}

/**
 * Uses up a backup code. Only one of several parallel calls gets true.
 * @param code.codeHashes every hash under which it may be stored
 */
export async function takeBackupCode(
  transaction: Transaction,
  { userId, codeHashes }: { userId: string; codeHashes: string[] },
): Promise<boolean> {
  const taken = await transaction
    .delete(backupCode)
    .where(and(eq(backupCode.userId, userId), inArray(backupCode.codeHash, codeHashes)))
    .returning({ userId: backupCode.userId })
  return taken.length > 0
}

/** Replaces every backup code of the user. Call it with the account locked. */
export async function replaceBackupCodes(
  transaction: Transaction,
  userId: string,
  codeHashes: readonly string[],
): Promise<void> {
  await transaction.delete(backupCode).where(eq(backupCode.userId, userId))
  await transaction.insert(backupCode).values(codeHashes.map((codeHash) => ({ userId, codeHash })))
}

/** Returns how many backup codes are left. */
export async function countBackupCodes(
  userId: string,
  db: Pick<Transaction, 'select'> = database(),
): Promise<number> {
  const [counted] = await db.select({ left: count() }).from(backupCode).where(eq(backupCode.userId, userId))
  return counted?.left ?? 0
}
