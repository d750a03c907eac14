import { createElement, type ReactElement } from 'react'
import type { MailKind, MailProps } from './kinds'
import { AccountDecisionNotice } from './templates/account-decision'
import { accountDecisionSubjects } from './templates/account-decision-texts'
import { AccountDeleted } from './templates/account-deleted'
import { AccountExists } from './templates/account-exists'
import { ChangeEmail } from './templates/change-email'
import { ChangeEmailNotice } from './templates/change-email-notice'
import { ConfirmationCode } from './templates/confirmation-code'
import { ContactMessage } from './templates/contact-message'
import { Invitation } from './templates/invitation'
import { MagicLink } from './templates/magic-link'
import { NewSignIn } from './templates/new-sign-in'
import { OrganizationDecisionNotice, organizationDecisionSubjects } from './templates/organization-decision'
import { ProviderChanged, providerSubject } from './templates/provider-changed'
import { PasskeyAdded } from './templates/passkey-added'
import { PasskeyChanged, passkeySubjects } from './templates/passkey-changed'
import { ResetPassword } from './templates/reset-password'
import { twoFactorSubjects } from './templates/two-factor-texts'
import { TwoFactorChanged } from './templates/two-factor-changed'
import type { Reportable } from './templates/layout'
import { VerifyEmail } from './templates/verify-email'

/** Characters. */
const NAME_IN_SUBJECT = 30

interface Composed {
  subject: string
  template: ReactElement
  replyTo?: string
}

const composers: { [Kind in MailKind]: (props: MailProps<Kind> & Reportable) => Composed } = {
  verifyEmail: (props) => ({ subject: 'Verify your email', template: createElement(VerifyEmail, props) }),
  resetPassword: (props) => ({
    subject: 'Reset your password',
    template: createElement(ResetPassword, props),
  }),
  newSignIn: (props) => ({
    subject: 'New sign-in to your account',
    template: createElement(NewSignIn, props),
  }),
  changeEmail: (props) => ({
    subject: 'Confirm your new email',
    template: createElement(ChangeEmail, props),
  }),
  invitation: ({ organization, inviter, ...props }) => ({
    subject: `Invitation to join ${organization ? `“${shortened(organization)}”` : 'an organization'} on Gatehouse`,
    template: createElement(Invitation, { ...props, organization, inviter }),
  }),
  accountExists: (props) => ({
    subject: 'You already have an account',
    template: createElement(AccountExists, props),
  }),
  changeEmailNotice: (props) => ({
    subject: 'Your email is about to change',
    template: createElement(ChangeEmailNotice, props),
  }),
  twoFactorChanged: (props) => ({
    subject: twoFactorSubjects[props.change],
    template: createElement(TwoFactorChanged, props),
  }),
  magicLink: (props) => ({ subject: 'Your sign-in link', template: createElement(MagicLink, props) }),
  confirmationCode: (props) => ({
    subject: 'Your confirmation code',
    template: createElement(ConfirmationCode, props),
  }),
  providerChanged: (props) => ({
    subject: providerSubject(props),
    template: createElement(ProviderChanged, props),
  }),
  passkeyAdded: (props) => ({
    subject: 'A passkey was added to your account',
    template: createElement(PasskeyAdded, props),
  }),
  passkeyChanged: (props) => ({
    subject: passkeySubjects[props.change],
    template: createElement(PasskeyChanged, props),
  }),
  accountDeleted: (props) => ({
    subject: 'Your account was deleted',
    template: createElement(AccountDeleted, props),
  }),
  accountDecision: (props) => ({
    subject: accountDecisionSubjects[props.decision],
    template: createElement(AccountDecisionNotice, props),
  }),
  organizationDecision: (props) => ({
    subject: organizationDecisionSubjects[props.decision],
    template: createElement(OrganizationDecisionNotice, props),
  }),
  contactMessage: (props) => ({
    // No visitor text: people read a subject as the site's own words.
    subject: 'New message from the contact form',
    template: createElement(ContactMessage, props),
    replyTo: props.email,
  }),
}

/** A name must not fill the subject, which people read as the site's own words. */
function shortened(name: string): string {
  const characters = [...name]
  return characters.length > NAME_IN_SUBJECT ? `${characters.slice(0, NAME_IN_SUBJECT - 1).join('')}…` : name
}

/** Returns the subject and the template of an email. */
export function composeMail<Kind extends MailKind>(
  kind: Kind,
  props: MailProps<Kind> & Reportable,
): Composed {
  return composers[kind](props)
}
