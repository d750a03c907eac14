import 'server-only'
import { hasLinked, hasPassword } from '@kit/db/accounts/linked-accounts'
import type { Transaction } from '@kit/db/connection/client'
import { ConflictError } from '@kit/db/connection/conflict-error'
import { enabledProviders } from '../providers/providers'

/**
 * Refuses to remove a user's last way to sign in. A provider that is not set up anymore is none. Lock the user first, or two calls
 * could remove the last two.
 * @throws ConflictError LAST_SIGN_IN_METHOD
 */
export async function assertOtherMethod(
  transaction: Transaction,
  userId: string,
  removed: { provider: string },
): Promise<void> {
  const others = enabledProviders()
    .map(({ id }) => id)
    .filter((id) => id !== removed.provider)
  if (await hasPassword(transaction, userId)) return
  if (others.length > 0 && (await hasLinked(transaction, userId, others))) return
  throw new ConflictError('LAST_SIGN_IN_METHOD')
}
