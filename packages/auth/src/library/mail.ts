import 'server-only'
import { headers } from 'next/headers'
import type { Transaction } from '@kit/db/connection/client'
import { invitationBounds } from '@kit/db/invitations/values'
import type { MailedInvitation } from '@kit/db/invitations/invitations'
import type { TenantDb } from '@kit/db/tenancy/tenant'
import { env } from '@kit/env'
import { describeError } from '@kit/log/describe-error'
import { logger } from '@kit/log/logger'
import type { Mail, MailCause, MailProps } from '@kit/mail/kinds'
import { nameInMail } from '@kit/mail/name-in-mail'
import { checkLimit } from '@kit/rate-limit/check-limit'
import { callerIp } from '@kit/rate-limit/ip/caller-ip'
import { maskNetwork } from '@kit/rate-limit/ip/mask-network'
import { queueInvitation, queueMail } from '@kit/mail/queue'
import { MAGIC_LINK_MINUTES, MAILED_CODE_MINUTES, SIGN_IN_LINK_DAYS } from './link-lifetime'

// Mail is queued, not sent: it commits with what causes it, and waiting for a mail server would reveal by timing which emails
// have an account.

/** Links to a page whose button uses the token, so mail scanners that open links don't. */
function pageUrl(path: string, token?: string): string {
  const url = new URL(path, env().APP_URL)
  if (token) url.searchParams.set('token', token)
  return url.href
}

/** Queues nothing over the limit: anyone can cause this mail, and the answer must not show that it was not sent. */
export async function queueVerification(db: Transaction, to: string, token: string): Promise<void> {
  const { allowed } = await checkLimit('verificationMail.mailbox', { mailbox: to }, ({ error }) =>
    logger.error({ error: describeError(error) }, 'verification mail could not be counted'),
  )
  if (!allowed) return
  const props = { url: pageUrl('/verify-email', token) }
  await queueMail(db, { to, kind: 'verifyEmail', props, cause: await caller() })
}

/** Whether another mail about a sign-in may be sent. The sign-in itself continues either way. */
export async function mayMailSignIn(to: string): Promise<boolean> {
  const { allowed } = await checkLimit('signInMail.mailbox', { mailbox: to }, ({ error }) =>
    logger.error({ error: describeError(error) }, 'mail about a sign-in could not be counted'),
  )
  return allowed
}

export async function queueNewSignIn(
  db: Transaction,
  to: string,
  { token, browser, network, at }: { token: string; browser: string; network: string; at: string },
): Promise<void> {
  const url = pageUrl('/not-me', token)
  await queueMail(db, {
    to,
    kind: 'newSignIn',
    props: { url, browser, network, at, days: SIGN_IN_LINK_DAYS },
  })
}

export async function queuePasswordReset(db: Transaction, to: string, token: string): Promise<void> {
  const props = { url: pageUrl('/reset-password', token) }
  await queueMail(db, { to, kind: 'resetPassword', props, cause: await caller() })
}

export async function queueMagicLink(db: Transaction, to: string, token: string): Promise<void> {
  const props = { url: pageUrl('/sign-in/link', token), minutes: MAGIC_LINK_MINUTES }
  await queueMail(db, { to, kind: 'magicLink', props })
}

export async function queueConfirmationCode(db: Transaction, to: string, code: string): Promise<void> {
  await queueMail(db, { to, kind: 'confirmationCode', props: { code, minutes: MAILED_CODE_MINUTES } })
}

export async function queueAccountExists(db: Transaction, to: string): Promise<void> {
  await queueMail(db, accountExists(to, await caller()))
}

/** Mails a link to the new email, or a note to its owner if it has an account. The current email gets a notice either way. */
export async function queueEmailChange(
  db: Transaction,
  {
    by: { id: userId, email: from },
    to,
    token,
    isTaken,
  }: { by: { id: string; email: string }; to: string; token: string; isTaken: boolean },
): Promise<void> {
  const url = pageUrl('/account/confirm-email', token)
  const cause = { userId }
  await queueMail(
    db,
    isTaken ? accountExists(to, cause) : { to, kind: 'changeEmail', props: { url }, cause },
    {
      to: from,
      kind: 'changeEmailNotice',
      props: { resetUrl: pageUrl('/forgot-password') },
    },
  )
}

export async function queueAccountDeleted(db: Transaction, to: string): Promise<void> {
  await queueMail(db, { to, kind: 'accountDeleted', props: { signUpUrl: pageUrl('/sign-up') } })
}

/** Tells the owner of the account what changed. With a token, includes a link that undoes it. */
export async function queueTwoFactorChange(
  db: Transaction,
  to: string,
  {
    change,
    left = 0,
    token,
  }: { change: MailProps<'twoFactorChanged'>['change']; left?: number; token?: string },
): Promise<void> {
  const urls = { resetUrl: pageUrl('/forgot-password'), accountUrl: pageUrl('/account/security/two-factor') }
  const undo = token === undefined ? undefined : { url: pageUrl('/not-me', token), days: SIGN_IN_LINK_DAYS }
  await queueMail(db, { to, kind: 'twoFactorChanged', props: { change, left, ...urls, undo } })
}

/** Tells the owner of the account that it has a new password. */
export async function queuePasswordChange(
  db: Transaction,
  to: string,
  change: MailProps<'passwordChanged'>['change'],
): Promise<void> {
  const urls = { resetUrl: pageUrl('/forgot-password'), accountUrl: pageUrl('/account/security') }
  await queueMail(db, { to, kind: 'passwordChanged', props: { change, ...urls } })
}

/** Tells the owner of the account which account at a provider was linked or unlinked. */
export async function queueProviderChange(
  db: Transaction,
  to: string,
  { change, provider }: { change: 'linked' | 'unlinked'; provider: string },
): Promise<void> {
  const urls = { resetUrl: pageUrl('/forgot-password'), accountUrl: pageUrl('/account/security') }
  await queueMail(db, { to, kind: 'providerChanged', props: { change, provider, ...urls } })
}

/** Tells the owner of the account, and includes a link that removes the passkey: a new password wouldn't stop it. */
export async function queuePasskeyAdded(
  db: Transaction,
  to: string,
  { name, token }: { name: string; token: string },
): Promise<void> {
  const props = { url: pageUrl('/not-me', token), name: nameInMail(name), days: SIGN_IN_LINK_DAYS }
  await queueMail(db, { to, kind: 'passkeyAdded', props })
}

/** Tells the owner of the account what changed. */
export async function queuePasskeyChange(
  db: Transaction,
  to: string,
  { change, name, before = '' }: { change: 'renamed' | 'removed'; name: string; before?: string },
): Promise<void> {
  const names = { name: nameInMail(name), before: nameInMail(before) }
  const urls = { resetUrl: pageUrl('/forgot-password'), accountUrl: pageUrl('/account/security') }
  await queueMail(db, { to, kind: 'passkeyChanged', props: { change, ...names, ...urls } })
}

/** Tells a person what a super-admin decided about their account. */
export async function queueAccountDecision(
  db: Transaction,
  to: string,
  props: Omit<MailProps<'accountDecision'>, 'contactUrl'>,
): Promise<void> {
  await queueMail(db, {
    to,
    kind: 'accountDecision',
    props: { ...props, contactUrl: pageUrl('/contact') },
  })
}

/** Tells an organization's owners what a super-admin decided about it. */
export async function queueOrganizationDecision(
  db: Transaction,
  owners: readonly string[],
  {
    name,
    slug,
    ...props
  }: { name: string; slug: string } & Pick<MailProps<'organizationDecision'>, 'decision' | 'until'>,
): Promise<void> {
  const urls = { organizationUrl: pageUrl(`/${slug}`), contactUrl: pageUrl('/contact') }
  const all = { ...props, ...urls, organization: nameInMail(name) }
  await queueMail(db, ...owners.map((to): Mail => ({ to, kind: 'organizationDecision', props: all })))
}

/**
 * Mails the link to the invitee only; the inviter never sees it.
 * @param mailId as given to `createInvitation`
 */
export async function queueInvitationMail(
  db: TenantDb,
  { id, email, role, token }: MailedInvitation,
  inviter: string,
  mailId?: string,
): Promise<void> {
  const props = {
    url: pageUrl('/invitations', token),
    organization: nameInMail(db.tenant.organization.name),
    inviter: nameInMail(inviter),
    // Organizations choose the names of their custom roles.
    roleName: nameInMail(role) ?? 'a member',
    days: invitationBounds.lifetimeDays,
  }
  const cause = { userId: db.tenant.membership.userId }
  await queueInvitation(db, id, { to: email, kind: 'invitation', props, cause }, mailId)
}

function accountExists(to: string, cause: MailCause): Mail {
  const props = { signInUrl: pageUrl('/sign-in'), resetUrl: pageUrl('/forgot-password') }
  return { to, kind: 'accountExists', props, cause }
}

/** A signed-out caller. Only part of their IP is kept. */
async function caller(): Promise<MailCause> {
  return { network: maskNetwork(callerIp(await headers())) }
}
