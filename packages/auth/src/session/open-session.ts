import 'server-only'
import { eq } from 'drizzle-orm'
import { headers } from 'next/headers'
import type { Transaction } from '@kit/db/connection/client'
import { session } from '@kit/db/schema'
import { auth } from '../library/auth'
import { joining } from '../library/mailing-unit'
import { withProof } from '../library/second-factor'
import { translated } from './credentials-error'

/**
 * Opens a session in this browser for a user who has just proved every factor. Call it with the password held or the user
 * locked. If the transaction fails, there is no session.
 * @param isFresh whether what they proved is also enough for `withFreshSession`
 * @throws CredentialsError ACCOUNT_BANNED
 */
export async function openSession(
  transaction: Transaction,
  userId: string,
  { isFresh = true } = {},
): Promise<void> {
  const { token } = await translated(() =>
    withProof(userId, () =>
      joining(transaction, async () =>
        auth().api.startSession({ body: { userId }, headers: await headers() }),
      ),
    ),
  )
  if (!isFresh) return
  await transaction.update(session).set({ confirmedAt: new Date() }).where(eq(session.token, token))
}
