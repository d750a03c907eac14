import { and, eq } from 'drizzle-orm'
import { database } from '@kit/db/client'
import { user, verification } from '@kit/db/schema'

/** Makes every reset link of this user worthless: who asked twice would otherwise leave one that still works. */
export async function revokeResetLinks(userId: string): Promise<void> {
  await database().delete(verification).where(eq(verification.value, userId))
}

/** Whoever used a reset link has the mailbox: the address needs no other proof. */
export async function confirmAddress(userId: string): Promise<void> {
  await database()
    .update(user)
    .set({ emailVerified: true })
    .where(and(eq(user.id, userId), eq(user.emailVerified, false)))
}
