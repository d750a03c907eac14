import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { and, eq, ne } from 'drizzle-orm'
import { database } from '@kit/db/connection/client'
import { ConflictError } from '@kit/db/connection/conflict-error'
import { violatedConstraint } from '@kit/db/connection/database-error'
import { keepLink, lockUser, takeLink } from '@kit/db/accounts/mailed-links'
import { session, user } from '@kit/db/schema'
import { CredentialsError } from '../session/credentials-error'
import { evenly } from '../session/evenly'
import { LINK_LIFETIME } from '../library/link-lifetime'
import { sendAccountExists, sendEmailChange, sendEmailChangeNotice } from '../library/mail'
import { getSession } from '../session/session'

// Not the library's own change: its link is a signed statement that works as often as it is opened and that nothing
// revokes, and it mails whatever address it is told to lead to.

/** The purpose is part of what is hashed, so a link for anything else is never found here, nor this one there. */
const identifierOf = (token: string) =>
  createHash('sha256').update(`change-email:${token}`).digest('base64url')

/**
 * Mails a confirming link to the address, and a notice to the one that the account has. For an address that has an
 * account the answer, the work and the time are the same; its owner gets a mail that says so.
 * @throws CredentialsError UNAUTHORIZED; ConflictError SAME_EMAIL
 */
export async function requestEmailChange(wanted: string): Promise<void> {
  const current = await getSession()
  if (!current) throw new CredentialsError('UNAUTHORIZED')
  const email = wanted.toLowerCase()
  if (email === current.user.email) throw new ConflictError('SAME_EMAIL')
  await evenly(async () => {
    const token = randomBytes(24).toString('base64url')
    // Kept for a taken address as well, since it costs time; nobody is told the token.
    await keepLink({
      identifier: identifierOf(token),
      userId: current.user.id,
      about: email,
      expiresAt: new Date(Date.now() + LINK_LIFETIME * 1000),
    })
    const [taken] = await database().select({ id: user.id }).from(user).where(eq(user.email, email))
    if (taken) sendAccountExists(email)
    else sendEmailChange(email, token)
    sendEmailChangeNotice(current.user.email)
  })
}

/**
 * Changes the address to the one that the link was mailed to, for the person who asked for it and in a session of
 * theirs; ends their other sessions, and every link that was mailed to the address before.
 * @throws CredentialsError INVALID_TOKEN, for an address taken meanwhile too; UNAUTHORIZED
 */
export async function confirmEmailChange(token: string): Promise<void> {
  const current = await getSession()
  if (!current) throw new CredentialsError('UNAUTHORIZED')
  const userId = current.user.id
  try {
    await database().transaction(async (transaction) => {
      await lockUser(transaction, userId)
      const email = await takeLink(transaction, { identifier: identifierOf(token), userId })
      // The links come back, since nothing of this commits.
      if (!email) throw new CredentialsError('INVALID_TOKEN')
      await transaction.update(user).set({ email, emailVerified: true }).where(eq(user.id, userId))
      await transaction
        .delete(session)
        .where(and(eq(session.userId, userId), ne(session.id, current.session.id)))
    })
  } catch (error) {
    throw violatedConstraint(error) === 'user_email_unique' ? new CredentialsError('INVALID_TOKEN') : error
  }
}
