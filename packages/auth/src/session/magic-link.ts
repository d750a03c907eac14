import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { keepMagicLink, readMagicLink, takeMagicLink } from '@kit/db/sign-in/magic-links'
import { lockUser, stillHasEmail } from '@kit/db/accounts/mailed-links'
import { lockUserOfEmail } from '@kit/db/sign-in/verified-sign-up'
import { database } from '@kit/db/connection/client'
import { env } from '@kit/env'
import { MAGIC_LINK_MINUTES } from '../library/link-lifetime'
import { queueMagicLink } from '../library/mail'
import { noteOrEnd } from './credentials'
import { CredentialsError } from './credentials-error'
import { openOrAsk } from './open-or-ask'
import { withConstantTime } from './with-constant-time'

/** The hash includes the purpose, so this lookup can't match another kind of link. */
const identifierOf = (token: string) => createHash('sha256').update(`magic-link:${token}`).digest('base64url')

/** Whether people can sign in with a mailed link. */
export function isMagicLinkOn(): boolean {
  return env().MAGIC_LINK === 'on'
}

/**
 * Mails a link that signs in, if the email has an account that its owner has verified. The answer and its timing don't depend on
 * it. A new link replaces the earlier one.
 * @param goesTo where to go after sign-in, wherever the link is opened
 */
export async function requestMagicLink(email: string, goesTo?: string): Promise<void> {
  assertOn()
  const token = randomBytes(32).toString('base64url')
  await withConstantTime(() =>
    database().transaction(async (transaction) => {
      const known = await lockUserOfEmail(transaction, email)
      // Otherwise the link would open an account whose password a stranger typed.
      if (!known?.emailVerified) return
      await keepMagicLink(transaction, known.id, {
        identifier: identifierOf(token),
        lifetime: MAGIC_LINK_MINUTES * 60,
        next: goesTo,
      })
      await queueMagicLink(transaction, known.email, token)
    }),
  )
}

/** Returns the email of the account that a link signs in to, or undefined if it is not valid. Changes nothing. */
export async function emailOfMagicLink(token: string): Promise<string | undefined> {
  return (await readMagicLink(identifierOf(token)))?.email
}

/**
 * Signs in to the account that the link was mailed to, or asks for the code of a user who has two-factor authentication. Works
 * once, even for parallel calls.
 * @returns what happened, and where the person wanted to go: not yet checked
 * @throws CredentialsError INVALID_TOKEN; ACCOUNT_BANNED
 */
export async function signInWithMagicLink(
  token: string,
): Promise<{ outcome: 'signed-in' | 'code-pending'; next: string }> {
  assertOn()
  const identifier = identifierOf(token)
  const owner = await readMagicLink(identifier)
  if (!owner) throw new CredentialsError('INVALID_TOKEN')
  const outcome = await database().transaction(async (transaction) => {
    await lockUser(transaction, owner.id)
    const isOwner = await stillHasEmail(transaction, owner)
    if (!isOwner || !(await takeMagicLink(transaction, owner.id, identifier)))
      throw new CredentialsError('INVALID_TOKEN')
    return openOrAsk(transaction, owner.id)
  })
  if (outcome === 'signed-in') await noteOrEnd(owner)
  return { outcome, next: owner.next }
}

/** When it is off, the pages don't offer it, but its actions can still be called. */
function assertOn(): void {
  if (!isMagicLinkOn()) throw new CredentialsError('INVALID_TOKEN')
}
