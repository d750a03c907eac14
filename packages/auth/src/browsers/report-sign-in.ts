import 'server-only'
import { and, eq } from 'drizzle-orm'
import { forgetBrowsers } from '@kit/db/sign-in/known-browsers'
import { lockUser, revokeLinks, stillHasEmail } from '@kit/db/accounts/mailed-links'
import { removeLinkedAccounts } from '@kit/db/sign-in/linked-accounts'
import { readSignInLink, takeSignInLink } from '@kit/db/sign-in/sign-in-links'
import { attribute } from '@kit/db/activity/attribute'
import { deletePasskeys } from '@kit/db/passkeys/own'
import { wasEnabledSince } from '@kit/db/two-factor/set-up'
import { database } from '@kit/db/connection/client'
import { account, session } from '@kit/db/schema'
import { keepResetLink } from '../passwords/keep-reset-link'
import { CredentialsError } from '../session/credentials-error'
import { turnOffTwoFactor } from '../two-factor/changes'
import { signInLinkIdentifier } from './report-link'

/**
 * Ends every session of the account that the link was sent for, blocks its password, removes its passkeys, unlinks its
 * providers, turns two-factor authentication off if it was turned on since, revokes its links and forgets its browsers. Works once, and only while the account has the email that the link
 * was sent to.
 * @returns the token of a link that sets a new password
 * @throws CredentialsError INVALID_TOKEN
 */
export async function reportSignIn(token: string, requestId: string): Promise<{ resetToken: string }> {
  const identifier = signInLinkIdentifier(token)
  const report = await readSignInLink(identifier)
  if (!report) throw new CredentialsError('INVALID_TOKEN')
  const { userId, email, mailedAt } = report
  const resetToken = await database().transaction(async (transaction) => {
    await lockUser(transaction, userId)
    const isOwner = await stillHasEmail(transaction, { id: userId, email })
    if (!isOwner || !(await takeSignInLink(transaction, identifier, report)))
      throw new CredentialsError('INVALID_TOKEN')
    await revokeLinks(transaction, userId)
    if (await wasEnabledSince(transaction, userId, mailedAt))
      await turnOffTwoFactor(transaction, { user: { id: userId, email }, requestId })
    // The stranger knows the password. Without one, nobody can sign in with it until the owner sets a new one.
    await transaction
      .update(account)
      .set({ password: null })
      .where(and(eq(account.userId, userId), eq(account.providerId, 'credential')))
    // The stranger may have added a passkey or linked a provider, or signed in with one.
    await attribute(transaction, { userId, action: 'sessions.reportSignIn', requestId })
    await deletePasskeys(transaction, userId)
    await removeLinkedAccounts(transaction, userId)
    await transaction.delete(session).where(eq(session.userId, userId))
    await forgetBrowsers(transaction, userId)
    return keepResetLink(transaction, userId)
  })
  return { resetToken }
}
