import type { MailKind } from '@kit/mail/kinds'

/** Describes each kind of email. Follows "We sent". */
export const mailLabels: Record<MailKind, string> = {
  verifyEmail: 'a link to verify a new account',
  resetPassword: 'a link to reset a password',
  newSignIn: 'a notice of a new sign-in',
  changeEmail: 'a link to confirm a new email for an account',
  magicLink: 'a sign-in link',
  confirmationCode: 'a confirmation code',
  providerChanged: 'a notice about a connected account',
  passkeyAdded: 'a notice of a new passkey',
  passkeyChanged: 'a notice about a passkey',
  invitation: 'an invitation',
  accountExists: 'a notice that an account exists',
  changeEmailNotice: 'a notice of a change of email',
  twoFactorChanged: 'a notice about two-factor authentication',
  accountDecision: 'a notice about an account',
  organizationDecision: 'a notice about an organization',
  accountDeleted: 'a notice of a deleted account',
  contactMessage: 'a message from the contact form',
}
