import { and, count, eq, inArray, isNotNull, or } from 'drizzle-orm'
import type { Transaction } from '../connection/client'
import { passkey } from '../passkeys/table'
import { account } from '../accounts/table'

/**
 * Returns the number of ways in which a user can sign in: a password, linked providers and passkeys. Call it with the user
 * locked.
 * @param providers the ones that are set up
 */
export async function countSignInMethods(
  transaction: Transaction,
  userId: string,
  providers: readonly string[],
): Promise<number> {
  const isUsable = or(
    inArray(account.providerId, [...providers]),
    and(eq(account.providerId, 'credential'), isNotNull(account.password)),
  )
  const [accounts] = await transaction
    .select({ all: count() })
    .from(account)
    .where(and(eq(account.userId, userId), isUsable))
  const [passkeys] = await transaction
    .select({ all: count() })
    .from(passkey)
    .where(eq(passkey.userId, userId))
  return (accounts?.all ?? 0) + (passkeys?.all ?? 0)
}
