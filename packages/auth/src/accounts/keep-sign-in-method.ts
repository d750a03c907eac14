import 'server-only'
import { lockUser } from '@kit/db/accounts/mailed-links'
import { countSignInMethods } from '@kit/db/accounts/sign-in-methods'
import { ConflictError } from '@kit/db/connection/conflict-error'
import { database, type Transaction } from '@kit/db/connection/client'
import { enabledProviders } from '../providers/providers'

/**
 * Runs what removes a way to sign in, unless none would be left. Locks the user first, so of two parallel calls the second
 * counts what the first one left. A provider that is not set up anymore is no way to sign in.
 * @param remove throws if there is nothing to remove; anything it throws undoes it
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
