import 'server-only'
import { lockUser } from '@kit/db/accounts/mailed-links'
import { countSignInMethods } from '@kit/db/sign-in/sign-in-methods'
import { ConflictError } from '@kit/db/connection/conflict-error'
import { database, type Transaction } from '@kit/db/connection/client'
import { enabledProviders } from '../providers/providers'

/**
 * Runs `remove`, which removes a way to sign in, unless none would be left. Locks the user first, so the second of two parallel
 * calls counts what the first one left. A provider that is no longer set up doesn't count.
 * @param remove throws if there is nothing to remove; if it throws, its changes are rolled back
 * @throws ConflictError LAST_SIGN_IN_METHOD
 */
export async function keepSignInMethod<T>(
  userId: string,
  remove: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  return database().transaction(async (transaction) => {
    await lockUser(transaction, userId)
    const removed = await remove(transaction)
    const providers = enabledProviders().map(({ id }) => id)
    if ((await countSignInMethods(transaction, userId, providers)) === 0)
      throw new ConflictError('LAST_SIGN_IN_METHOD')
    return removed
  })
}
