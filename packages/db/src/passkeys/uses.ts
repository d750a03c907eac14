import { and, eq, lt, sql } from 'drizzle-orm'
import { user } from '../accounts/table'
import { database } from '../connection/client'
import type { Transaction } from '../connection/client'
import { passkey } from './table'

/** A passkey with its public key and its owner. */
export interface StoredPasskey {
  id: string
  credentialId: string
  publicKey: string
  counter: number
  user: { id: string; email: string; emailVerified: boolean }
}

/** Returns the passkey with this credential ID. */
export async function readPasskey(credentialId: string): Promise<StoredPasskey | undefined> {
  const [found] = await database()
    .select({
      id: passkey.id,
      credentialId: passkey.credentialId,
      publicKey: passkey.publicKey,
      counter: passkey.counter,
      user: { id: user.id, email: user.email, emailVerified: user.emailVerified },
    })
    .from(passkey)
    .innerJoin(user, eq(user.id, passkey.userId))
    .where(eq(passkey.credentialId, credentialId))
  return found
}

/**
 * Records a use. A counter of 0 may stay 0, because some passkeys don't count. Locks the user first, like every change of an
 * account.
 * @returns false when the passkey was removed, or when its counter didn't rise, which means that a copy of it was used, now or
 * earlier
 */
export async function takeUse(
  transaction: Transaction,
  { id, userId, counter }: { id: string; userId: string; counter: number },
): Promise<boolean> {
  await transaction.select({ id: user.id }).from(user).where(eq(user.id, userId)).for('key share')
  const rises = counter === 0 ? eq(passkey.counter, 0) : lt(passkey.counter, counter)
  const used = await transaction
    .update(passkey)
    .set({ counter, lastUsedAt: sql`now()` })
    .where(and(eq(passkey.id, id), eq(passkey.userId, userId), rises))
    .returning({ id: passkey.id })
  return used.length > 0
}
