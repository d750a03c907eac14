import 'server-only'
import { createHash } from 'node:crypto'
import { recordAccountChange } from '@kit/db/accounts/account-changes'
import { lockUser } from '@kit/db/accounts/mailed-links'
import { dropAvatar, keepAvatar } from '@kit/db/avatars/own'
import { ConflictError } from '@kit/db/connection/conflict-error'
import { database } from '@kit/db/connection/client'
import type { Caller } from '../accounts/caller'
import { encodeAvatar } from './encode-avatar'

/**
 * Replaces the caller's avatar with an uploaded picture.
 * @throws ConflictError NOT_A_PICTURE
 */
export async function setAvatar({ user, requestId }: Caller, bytes: Uint8Array): Promise<void> {
  const image = await encodeAvatar(bytes)
  if (!image) throw new ConflictError('NOT_A_PICTURE')
  const version = createHash('sha256').update(image).digest('base64url').slice(0, 16)
  await database().transaction(async (transaction) => {
    await lockUser(transaction, user.id)
    if (!(await keepAvatar(transaction, user.id, { image, version }))) return
    const change = { userId: user.id, action: 'avatars.set', requestId }
    await recordAccountChange(transaction, change, { picture: {} })
  })
}

/** Removes the caller's avatar, if there is one. */
export async function removeAvatar({ user, requestId }: Caller): Promise<void> {
  await database().transaction(async (transaction) => {
    await lockUser(transaction, user.id)
    if (!(await dropAvatar(transaction, user.id))) return
    const change = { userId: user.id, action: 'avatars.remove', requestId }
    await recordAccountChange(transaction, change, { picture: {} })
  })
}
