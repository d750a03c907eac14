import 'server-only'
import { and, eq } from 'drizzle-orm'
import { recordAccountChange } from '@kit/db/accounts/account-changes'
import { database } from '@kit/db/connection/client'
import { lockUser, revokeLinks } from '@kit/db/accounts/mailed-links'
import { hashPassword, verifyPassword } from '@kit/db/sign-in/password-hash'
import { account } from '@kit/db/schema'
import { queuePasswordChange } from '../library/mail'
import { openSession } from '../session/open-session'
import { takeSecondFactor } from '../two-factor/second-factor'
import { CredentialsError } from '../session/credentials-error'
import { assertPasswordAllowed } from './assert-password-allowed'
import type { SessionUser } from '../session/session'

interface NewPassword {
  currentPassword: string
  newPassword: string
  /** Needed with two-factor authentication. */
  code?: string | undefined
}

/**
 * Sets a new password, ends every session and mailed link of the account, starts a new session, and reports it by mail.
 *
 * The account stays locked from the password check to the commit. Better Auth's own change checks first and writes later,
 * so it would undo a password reset made in between.
 * @throws CredentialsError WRONG_PASSWORD, PASSWORD_NOT_ALLOWED, PASSWORD_GUESSABLE, PASSWORD_LEAKED; WRONG_CODE, only with the
 * right password
 */
export async function changePassword(
  { user, requestId }: { user: SessionUser; requestId: string },
  { currentPassword, newPassword, code }: NewPassword,
): Promise<void> {
  await assertPasswordAllowed(newPassword, [user.name, user.email])
  const changed = await hashPassword(newPassword)
  await database().transaction(async (transaction) => {
    await lockUser(transaction, user.id)
    await revokeLinks(transaction, user.id)
    const [credential] = await transaction
      .select({ id: account.id, password: account.password })
      .from(account)
      .where(and(eq(account.userId, user.id), eq(account.providerId, 'credential')))
      .for('update')
    const hash = credential?.password
    if (!hash || !(await verifyPassword({ hash, password: currentPassword }))) {
      throw new CredentialsError('WRONG_PASSWORD')
    }
    await takeSecondFactor(transaction, { user, code })
    // A database trigger ends the sessions.
    await transaction.update(account).set({ password: changed }).where(eq(account.id, credential.id))
    await openSession(transaction, user.id)
    const change = { userId: user.id, action: 'account.changePassword', requestId }
    await recordAccountChange(transaction, change, { password: {} })
    await queuePasswordChange(transaction, user.email, 'changed')
  })
}
