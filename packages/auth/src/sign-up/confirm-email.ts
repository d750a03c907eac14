import { and, eq } from 'drizzle-orm'
import type { Transaction } from '@kit/db/connection/client'
import { user } from '@kit/db/schema'

/** Marks the email as verified. A used reset link proves that the user reads this mailbox. */
export async function confirmEmail(transaction: Transaction, userId: string): Promise<void> {
  await transaction
    .update(user)
    .set({ emailVerified: true })
    .where(and(eq(user.id, userId), eq(user.emailVerified, false)))
}
