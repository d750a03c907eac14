import 'server-only'
import { recordSecurityEvent } from '@kit/db/activity/record-security-event'
import { type Blockable, blockMail, isMailBlocked, unblockMail } from '@kit/db/mail/blocks'
import { type MailKind, mailKinds } from '@kit/mail/kinds'
import { type MailLink, readMailLink } from '@kit/mail/mail-link'
import { mailboxHashes } from '@kit/mail/mailbox-hashes'
import { CredentialsError } from '../session/credentials-error'

// The recipient of an email may have no account, so the link in it identifies the caller. Anyone the email is forwarded to can
// do the same: block what can be blocked, and unblock it. The recipient can do so too, with their own copy.

/** Whose email to block: its sender's, or everyone's. */
export type BlockScope = 'sender' | 'all'

/** What the page about an email shows. */
export interface ReportableMail {
  kind: MailKind
  to: string
  /** The blocks that this email's link can set. */
  scopes: readonly BlockScope[]
  isBlocked: boolean
}

/** Returns which email a link belongs to, or undefined if we didn't make the link. Changes nothing. */
export async function readReportableMail(token: string): Promise<ReportableMail | undefined> {
  const link = readMailLink(token)
  if (!link) return undefined
  const scopes = scopesOf(link)
  const isBlocked = scopes.length > 0 && (await isMailBlocked(blockableOf(link)))
  return { kind: link.kind, to: link.to, scopes, isBlocked }
}

/**
 * Stops further email to the mailbox of the link. Senders get the same replies as before.
 * @throws CredentialsError INVALID_TOKEN, including when the email doesn't allow this block
 */
export async function blockMailOf(token: string, scope: BlockScope): Promise<void> {
  const link = linkWith(token)
  if (!scopesOf(link).includes(scope)) throw new CredentialsError('INVALID_TOKEN')
  const { mailboxHashes: hashes, senderId } = blockableOf(link)
  await blockMail({ mailboxHashes: hashes, senderId: scope === 'sender' ? senderId : undefined })
}

/**
 * Unblocks email like the one with this link.
 * @throws CredentialsError INVALID_TOKEN
 */
export async function unblockMailOf(token: string): Promise<void> {
  await unblockMail(blockableOf(linkWith(token)))
}

/**
 * Records for administrators who caused the email.
 * @throws CredentialsError INVALID_TOKEN
 */
export async function reportMailOf(token: string, requestId: string): Promise<void> {
  const { kind, cause = { network: 'unknown' } } = linkWith(token)
  const event = { kind: 'reported-mail', action: `mail.${kind}`, organization: undefined } as const
  await recordSecurityEvent({ ...event, actor: cause, requestId })
}

function linkWith(token: string): MailLink {
  const link = readMailLink(token)
  if (!link) throw new CredentialsError('INVALID_TOKEN')
  return link
}

function scopesOf({ kind, cause }: MailLink): BlockScope[] {
  if (!mailKinds[kind].canBlock) return []
  return cause && 'userId' in cause ? ['sender', 'all'] : ['all']
}

function blockableOf({ to, cause }: MailLink): Blockable {
  return {
    mailboxHashes: mailboxHashes(to),
    senderId: cause && 'userId' in cause ? cause.userId : undefined,
  }
}
