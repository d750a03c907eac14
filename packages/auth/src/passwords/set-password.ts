import 'server-only'
import { recordAccountChange } from '@kit/db/accounts/account-changes'
import { addPassword } from '@kit/db/sign-in/linked-accounts'
import { lockUser, revokeLinks } from '@kit/db/accounts/mailed-links'
import { hashPassword } from '@kit/db/sign-in/password-hash'
import { database } from '@kit/db/connection/client'
import { ConflictError } from '@kit/db/connection/conflict-error'
import { queuePasswordChange } from '../library/mail'
import { openSession } from '../session/open-session'
import type { SessionUser } from '../session/session'
import { assertPasswordAllowed } from './assert-password-allowed'

/**
 * Sets the first password of a user who has none, ends every session and mailed link of the account, starts a new session, and
 * reports it by mail.
 * @throws ConflictError HAS_PASSWORD; CredentialsError PASSWORD_NOT_ALLOWED, PASSWORD_GUESSABLE, PASSWORD_LEAKED
 */
export async function setPassword(
  { user: { id, name, email }, requestId }: { user: SessionUser; requestId: string },
  password: string,
): Promise<void> {
  await assertPasswordAllowed(password, [name, email])
  const hash = await hashPassword(password)
  await database().transaction(async (transaction) => {
    await lockUser(transaction, id)
    await revokeLinks(transaction, id)
    // A database trigger ends the sessions.
    if (!(await addPassword(transaction, id, hash))) throw new ConflictError('HAS_PASSWORD')
    await openSession(transaction, id)
    const change = { userId: id, action: 'account.setPassword', requestId }
    await recordAccountChange(transaction, change, { password: {} })
    await queuePasswordChange(transaction, email, 'set')
  })
}
