import { and, count, desc, eq, gt, sql } from 'drizzle-orm'
import { session } from '../accounts/table'
import { database } from '../connection/client'
import type { Transaction } from '../connection/client'
import { passkey } from './table'
import { passkeyBounds } from './values'

/** What a page shows of a passkey. */
export interface PasskeyRow {
  id: string
  name: string
  createdAt: Date
  lastUsedAt: Date | null
}

/** Returns a user's passkeys, the newest first. */
export async function listPasskeys(userId: string): Promise<PasskeyRow[]> {
  return database()
    .select({
      id: passkey.id,
      name: passkey.name,
      createdAt: passkey.createdAt,
      lastUsedAt: passkey.lastUsedAt,
    })
    .from(passkey)
    .where(eq(passkey.userId, userId))
    .orderBy(desc(passkey.createdAt), passkey.id)
    .limit(passkeyBounds.most)
}

/** Returns the credential IDs of a user's passkeys. */
export async function listCredentialIds(userId: string): Promise<string[]> {
  const found = await database()
    .select({ credentialId: passkey.credentialId })
    .from(passkey)
    .where(eq(passkey.userId, userId))
    .limit(passkeyBounds.most)
  return found.map(({ credentialId }) => credentialId)
}

/** Whether a passkey is the user's. */
export async function ownsPasskey(userId: string, id: string): Promise<boolean> {
  const [own] = await database()
    .select({ id: passkey.id })
    .from(passkey)
    .where(and(eq(passkey.id, id), eq(passkey.userId, userId)))
  return own !== undefined
}

/** Returns how many passkeys a user has. */
export async function countPasskeys(db: Pick<Transaction, 'select'>, userId: string): Promise<number> {
  const [counted] = await db.select({ all: count() }).from(passkey).where(eq(passkey.userId, userId))
  return counted?.all ?? 0
}

/**
 * Locks a session until the transaction ends, so a password change, which ends the session, comes entirely before or
 * after.
 * @returns false when the session has ended
 */
export async function holdSession(
  transaction: Transaction,
  { userId, sessionId }: { userId: string; sessionId: string },
): Promise<boolean> {
  const [held] = await transaction
    .select({ id: session.id })
    .from(session)
    .where(and(eq(session.id, sessionId), eq(session.userId, userId), gt(session.expiresAt, sql`now()`)))
    .for('share')
  return held !== undefined
}

/**
 * Stores a passkey. Call it with the user locked. Returns false when the credential is already stored, for this user or
 * another.
 */
export async function insertPasskey(
  transaction: Transaction,
  values: Pick<typeof passkey.$inferInsert, 'userId' | 'credentialId' | 'publicKey' | 'counter' | 'name'>,
): Promise<boolean> {
  const inserted = await transaction
    .insert(passkey)
    .values(values)
    .onConflictDoNothing()
    .returning({ id: passkey.id })
  return inserted.length > 0
}

/** Renames a passkey of the user. Returns the previous name, or undefined when there is none. */
export async function renamePasskey(
  transaction: Transaction,
  { userId, id, name }: { userId: string; id: string; name: string },
): Promise<string | undefined> {
  const own = and(eq(passkey.id, id), eq(passkey.userId, userId))
  const [before] = await transaction
    .select({ name: passkey.name })
    .from(passkey)
    .where(own)
    .for('no key update')
  if (before) await transaction.update(passkey).set({ name }).where(own)
  return before?.name
}

/** Removes a passkey of the user. Call it with the user locked. Returns its name, or undefined when there is none. */
export async function deletePasskey(
  transaction: Transaction,
  { userId, id }: { userId: string; id: string },
): Promise<string | undefined> {
  const [deleted] = await transaction
    .delete(passkey)
    .where(and(eq(passkey.id, id), eq(passkey.userId, userId)))
    .returning({ name: passkey.name })
  return deleted?.name
}

/** Removes all of a user's passkeys. */
export async function deletePasskeys(transaction: Transaction, userId: string): Promise<void> {
  await transaction.delete(passkey).where(eq(passkey.userId, userId))
}
