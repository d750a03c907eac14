import { and, eq, sql } from 'drizzle-orm'
import { database, type Database, type Transaction } from '@kit/db/client'
import { user, verification } from '@kit/db/schema'

/**
 * Makes every link worthless that was mailed for this user, to reset the password or to change the address: who asked
 * twice would otherwise leave one that still works.
 */
export async function revokeLinks(db: Database | Transaction, userId: string): Promise<void> {
  // The value is the user's id, and behind a colon what else the link is about.
  await db.delete(verification).where(eq(sql`split_part(${verification.value}, ':', 1)`, userId))
}

/** Whoever used a reset link has the mailbox: the address needs no other proof. */
export async function confirmAddress(userId: string): Promise<void> {
  await database()
    .update(user)
    .set({ emailVerified: true })
    .where(and(eq(user.id, userId), eq(user.emailVerified, false)))
}
