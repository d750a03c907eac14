import { eq } from 'drizzle-orm'
import { database } from '@kit/db/client'
import { verification } from '@kit/db/schema'

/** Makes every reset link of this user worthless: who asked twice would otherwise leave one that still works. */
export async function revokeResetLinks(userId: string): Promise<void> {
  await database().delete(verification).where(eq(verification.value, userId))
}
