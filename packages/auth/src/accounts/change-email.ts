import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { and, eq, ne } from 'drizzle-orm'
import { database } from '@kit/db/connection/client'
import { ConflictError } from '@kit/db/connection/conflict-error'
import { violatedConstraint } from '@kit/db/connection/database-error'
import { recordAccountChange } from '@kit/db/accounts/account-changes'
import { keepLink, lockUser, takeLink } from '@kit/db/accounts/mailed-links'
import { dropSignInLinks } from '@kit/db/sign-in/sign-in-links'
import { session, user } from '@kit/db/schema'
import { CredentialsError } from '../session/credentials-error'
import type { Session, SessionUser } from '../session/session'
import { withConstantTime } from '../session/with-constant-time'
import { LINK_LIFETIME } from '../library/link-lifetime'
import { queueEmailChange } from '../library/mail'

// Better Auth's own change mails a signed link that works more than once and cannot be revoked.

/** The hash includes the purpose, so no other kind of link is found here. */
const identifierOf = (token: string) =>
  createHash('sha256').update(`change-email:${token}`).digest('base64url')

/**
 * Mails a confirmation link to the new email and a notice to the current one. If the new email has an account, its owner
 * gets a mail that says so; the answer and its timing don't change.
 * @throws ConflictError SAME_EMAIL
 */
export async function requestEmailChange(current: SessionUser, wanted: string): Promise<void> {
  const email = wanted.toLowerCase()
  if (email === current.email) throw new ConflictError('SAME_EMAIL')
  await withConstantTime(async () => {
    const token = randomBytes(24).toString('base64url')
    await database().transaction(async (transaction) => {
      // Stored for a taken email too, because the write costs time; that token is never sent.
      await keepLink(transaction, {
        identifier: identifierOf(token),
        userId: current.id,
        about: email,
        expiresAt: new Date(Date.now() + LINK_LIFETIME * 1000),
      })
      const [taken] = await transaction.select({ id: user.id }).from(user).where(eq(user.email, email))
      const isTaken = taken !== undefined
      await queueEmailChange(transaction, { by: current, to: email, token, isTaken })
    })
  })
}

/**
 * Changes the email to the one the link was sent to, if this user requested it. Ends the user's other sessions and every
 * link sent to the previous email.
 * @throws CredentialsError INVALID_TOKEN, including when someone else has taken the email since
 */
export async function confirmEmailChange(
  current: Session & { requestId: string },
  token: string,
): Promise<void> {
  const userId = current.user.id
  try {
    await database().transaction(async (transaction) => {
      await lockUser(transaction, userId)
      const email = await takeLink(transaction, { identifier: identifierOf(token), userId })
      // Throwing rolls back, so the user's other links still work.
      if (!email) throw new CredentialsError('INVALID_TOKEN')
      await dropSignInLinks(transaction, userId)
      await transaction.update(user).set({ email, emailVerified: true }).where(eq(user.id, userId))
      await transaction
        .delete(session)
        .where(and(eq(session.userId, userId), ne(session.id, current.session.id)))
      const change = { userId, action: 'account.confirmEmailChange', requestId: current.requestId }
      await recordAccountChange(transaction, change, { email: { old: current.user.email, new: email } })
    })
  } catch (error) {
    throw violatedConstraint(error) === 'user_email_unique' ? new CredentialsError('INVALID_TOKEN') : error
  }
}
