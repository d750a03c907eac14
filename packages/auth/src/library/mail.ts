import 'server-only'
import { after } from 'next/server'
import { createElement, type ReactElement } from 'react'
import { invitationBounds } from '@kit/db/invitations/values'
import type { MailedInvitation } from '@kit/db/invitations/invitations'
import { env } from '@kit/env'
import { describeError } from '@kit/log/describe-error'
import { logger } from '@kit/log/logger'
import { nameInMail } from '@kit/mail/name-in-mail'
import { sendMail } from '@kit/mail/send'
import { AccountDeleted } from '@kit/mail/templates/account-deleted'
import { AccountExists } from '@kit/mail/templates/account-exists'
import { ChangeEmail } from '@kit/mail/templates/change-email'
import { ChangeEmailNotice } from '@kit/mail/templates/change-email-notice'
import { Invitation } from '@kit/mail/templates/invitation'
import { ResetPassword } from '@kit/mail/templates/reset-password'
import { VerifyEmail } from '@kit/mail/templates/verify-email'

/** Sends after the response: waiting for the mail would reveal by timing which emails have an account. */
function sendLater(to: string, subject: string, template: ReactElement): void {
  after(async () => {
    try {
      await sendMail({ to, subject, template })
    } catch (error) {
      logger.error({ subject, error: describeError(error) }, 'mail could not be sent')
    }
  })
}

/** Links to a page whose button uses the token, so mail scanners that open links don't. */
function pageUrl(path: string, token?: string): string {
  const url = new URL(path, env().APP_URL)
  if (token) url.searchParams.set('token', token)
  return url.href
}

export function sendVerification(to: string, token: string): void {
  const template = createElement(VerifyEmail, { url: pageUrl('/verify-email', token) })
  sendLater(to, 'Verify your email', template)
}

export function sendPasswordReset(to: string, token: string): void {
  const template = createElement(ResetPassword, { url: pageUrl('/reset-password', token) })
  sendLater(to, 'Reset your password', template)
}

export function sendAccountExists(to: string): void {
  const links = { signInUrl: pageUrl('/sign-in'), resetUrl: pageUrl('/forgot-password') }
  sendLater(to, 'You already have an account', createElement(AccountExists, links))
}

export function sendEmailChange(to: string, token: string): void {
  const template = createElement(ChangeEmail, { url: pageUrl('/account/confirm-email', token) })
  sendLater(to, 'Confirm your new email', template)
}

export function sendEmailChangeNotice(to: string): void {
  const template = createElement(ChangeEmailNotice, { resetUrl: pageUrl('/forgot-password') })
  sendLater(to, 'Your email is about to change', template)
}

export function sendAccountDeleted(to: string): void {
  sendLater(to, 'Your account was deleted', createElement(AccountDeleted, { signUpUrl: pageUrl('/sign-up') }))
}

/** Sends the link to the invitee only; the inviter never sees it. */
export function sendInvitation(
  { email, role, token }: MailedInvitation,
  from: { organization: string; inviter: string },
): void {
  const organization = nameInMail(from.organization)
  const template = createElement(Invitation, {
    url: pageUrl('/invitations', token),
    organization,
    inviter: nameInMail(from.inviter),
    // Organizations choose the names of their custom roles.
    roleName: nameInMail(role) ?? 'a member',
    days: invitationBounds.lifetimeDays,
  })
  sendLater(email, `You’re invited to ${organization ?? 'an organization'}`, template)
}
