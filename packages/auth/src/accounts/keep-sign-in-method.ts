import 'server-only'
import { lockUser } from '@kit/db/accounts/mailed-links'
import { countSignInMethods } from '@kit/db/accounts/sign-in-methods'
import { ConflictError } from '@kit/db/connection/conflict-error'
import { database, type Transaction } from '@kit/db/connection/client'

/**
 * Runs what removes a way to sign in, unless none would be left. Locks the user first, so of two parallel calls the second
 * counts what the first one left.
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
    if ((await countSignInMethods(transaction, userId)) === 0) throw new ConflictError('LAST_SIGN_IN_METHOD')
    return removed
  })
}
