import { and, eq } from 'drizzle-orm'
import { database } from '@kit/db/connection/client'
import { user } from '@kit/db/schema'

/** Whoever used a reset link has the mailbox: the address needs no other proof. */
export async function confirmEmail(userId: string): Promise<void> {
  await database()
    .update(user)
    .set({ emailVerified: true })
    .where(and(eq(user.id, userId), eq(user.emailVerified, false)))
}
