import 'server-only'
import { lockUser } from '@kit/db/accounts/mailed-links'
import { attribute } from '@kit/db/activity/attribute'
import { ConflictError } from '@kit/db/connection/conflict-error'
import { database } from '@kit/db/connection/client'
import { deletePasskey, renamePasskey as storeName } from '@kit/db/passkeys/own'
import { keepSignInMethod } from '../accounts/keep-sign-in-method'
import type { Caller } from '../accounts/caller'
import { queuePasskeyChange } from '../library/mail'

/**
 * Renames a passkey and reports it by mail.
 * @throws ConflictError PASSKEY_GONE
 */
export async function renamePasskey(
  { user, requestId }: Caller,
  { id, name }: { id: string; name: string },
): Promise<void> {
  const userId = user.id
  await database().transaction(async (transaction) => {
    await attribute(transaction, { userId, action: 'passkeys.rename', requestId })
    await lockUser(transaction, userId)
    const before = await storeName(transaction, { userId, id, name })
    if (before === undefined) throw new ConflictError('PASSKEY_GONE')
    if (before !== name)
      await queuePasskeyChange(transaction, user.email, { change: 'renamed', name, before })
  })
}

/**
 * Removes a passkey, unless it is the last way to sign in, and reports it by mail.
 * @throws ConflictError PASSKEY_GONE, LAST_SIGN_IN_METHOD
 */
export async function removePasskey({ user, requestId }: Caller, id: string): Promise<void> {
  const userId = user.id
  await keepSignInMethod(userId, async (transaction) => {
    await attribute(transaction, { userId, action: 'passkeys.remove', requestId })
    const name = await deletePasskey(transaction, { userId, id })
    if (name === undefined) throw new ConflictError('PASSKEY_GONE')
    await queuePasskeyChange(transaction, user.email, { change: 'removed', name })
  })
}
