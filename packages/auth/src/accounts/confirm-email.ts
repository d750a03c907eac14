import { and, eq } from 'drizzle-orm'
import { database } from '@kit/db/connection/client'
import { user } from '@kit/db/schema'

/** Marks the email as verified. A used reset link proves that the user reads this mailbox. */
export async function confirmEmail(userId: string): Promise<void> {
  await database()
    .update(user)
    .set({ emailVerified: true })
    .where(and(eq(user.id, userId), eq(user.emailVerified, false)))
}
