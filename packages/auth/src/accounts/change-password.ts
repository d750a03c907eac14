import 'server-only'
import { and, eq } from 'drizzle-orm'
import { database } from '@kit/db/connection/client'
import { revokeLinks } from '@kit/db/accounts/mailed-links'
import { hashPassword, verifyPassword } from '@kit/db/accounts/password-hash'
import { account } from '@kit/db/schema'
import { signIn } from '../session/credentials'
import { CredentialsError } from '../session/credentials-error'
import { passwordBounds } from './password-bounds'
import { getSession } from '../session/session'

/**
 * Sets another password, ends every session and mailed link of the account, and starts a new session here.
 *
 * The account is locked from the check of the current password to the commit. The library's own change checks first and
 * writes later: a reset in between would be undone by whoever the reset was to shut out.
 * @throws CredentialsError WRONG_PASSWORD, PASSWORD_NOT_ALLOWED, UNAUTHORIZED
 */
export async function changePassword(input: { currentPassword: string; newPassword: string }): Promise<void> {
  const { currentPassword, newPassword } = input
  const current = await getSession()
  if (!current) throw new CredentialsError('UNAUTHORIZED')
  const { minLength, maxLength } = passwordBounds
  if (newPassword.length < minLength || newPassword.length > maxLength) {
    throw new CredentialsError('PASSWORD_NOT_ALLOWED')
  }
  const changed = await hashPassword(newPassword)
  await database().transaction(async (transaction) => {
    await revokeLinks(transaction, current.user.id)
    const [credential] = await transaction
      .select({ id: account.id, password: account.password })
      .from(account)
      .where(and(eq(account.userId, current.user.id), eq(account.providerId, 'credential')))
      .for('update')
    const hash = credential?.password
    if (!hash || !(await verifyPassword({ hash, password: currentPassword }))) {
      throw new CredentialsError('WRONG_PASSWORD')
    }
    // A trigger ends the sessions.
    await transaction.update(account).set({ password: changed }).where(eq(account.id, credential.id))
  })
  await signIn({ email: current.user.email, password: newPassword })
}
