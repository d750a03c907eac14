import { z } from 'zod'
import type { PolicyName } from '@kit/rate-limit/policies'

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const link = z.object({ url: z.string() })

interface Kind {
  props: z.ZodType
  /** Seconds after which it is no longer worth sending. */
  lifetime: number
  /** The rate limits that apply to it. */
  limits: [PolicyName, ...PolicyName[]]
  /**
   * Whether its recipient can block it. False for email that an account's owner needs to get in or to learn of a change,
   * because anyone with a forwarded email can block what its link allows.
   */
  canBlock: boolean
}

/** Every email the product sends. */
export const mailKinds = {
  // As long as the link works.
  verifyEmail: { props: link, lifetime: HOUR, limits: ['verificationMail.mailbox'], canBlock: true },
  resetPassword: {
    props: link,
    lifetime: HOUR,
    limits: ['resetMail.mailbox', 'people.access'],
    canBlock: false,
  },
  newSignIn: {
    props: link.extend({
      browser: z.string(),
      network: z.string(),
      at: z.string(),
      days: z.number(),
    }),
    lifetime: DAY,
    limits: ['signInMail.mailbox'],
    canBlock: false,
  },
  changeEmail: {
    props: link,
    lifetime: HOUR,
    limits: ['emailChange.user', 'emailChange.mailbox'],
    canBlock: true,
  },
  invitation: {
    props: link.extend({
      organization: z.string().optional(),
      inviter: z.string().optional(),
      roleName: z.string(),
      days: z.number(),
    }),
    lifetime: 7 * DAY,
    limits: ['invitationMail.newUser', 'invitationMail.user', 'invitationMail.mailbox'],
    canBlock: true,
  },
  // After a sign-up or a change of email.
  accountExists: {
    props: z.object({ signInUrl: z.string(), resetUrl: z.string() }),
    lifetime: DAY,
    limits: ['signUp.mailbox', 'emailChange.mailbox'],
    canBlock: true,
  },
  changeEmailNotice: {
    props: z.object({ resetUrl: z.string() }),
    lifetime: 3 * DAY,
    limits: ['emailChange.user'],
    canBlock: false,
  },
  twoFactorChanged: {
    props: z.object({
      change: z.enum(['on', 'off', 'new-backup-codes', 'backup-code-used', 'reset']),
      /** How many backup codes are left. */
      left: z.number(),
      /** A link that undoes it. */
      undo: link.extend({ days: z.number() }).optional(),
      accountUrl: z.string(),
      resetUrl: z.string(),
    }),
    lifetime: 3 * DAY,
    // A used backup code counts as an attempt; each works once.
    limits: ['twoFactor.user', 'signInCode.account', 'password.user', 'people.access'],
    canBlock: false,
  },
  magicLink: {
    props: link.extend({ minutes: z.number() }),
    lifetime: 15 * MINUTE,
    limits: ['magicLink.mailbox'],
    canBlock: false,
  },
  confirmationCode: {
    props: z.object({ code: z.string(), minutes: z.number() }),
    lifetime: 10 * MINUTE,
    limits: ['confirmationCode.user'],
    canBlock: false,
  },
  passwordChanged: {
    props: z.object({
      change: z.enum(['set', 'changed', 'reset']),
      accountUrl: z.string(),
      resetUrl: z.string(),
    }),
    lifetime: 3 * DAY,
    limits: ['password.user', 'resetMail.mailbox'],
    canBlock: false,
  },
  providerChanged: {
    props: z.object({
      change: z.enum(['linked', 'unlinked']),
      /** The provider's name, which the operator chose. */
      provider: z.string(),
      accountUrl: z.string(),
      resetUrl: z.string(),
    }),
    lifetime: 3 * DAY,
    limits: ['linkedAccounts.user', 'providerCallback.ip'],
    canBlock: false,
  },
  passkeyAdded: {
    props: link.extend({ name: z.string().optional(), days: z.number() }),
    lifetime: DAY,
    limits: ['passkeys.user'],
    canBlock: false,
  },
  passkeyChanged: {
    props: z.object({
      change: z.enum(['renamed', 'removed']),
      name: z.string().optional(),
      /** The previous name, if it was renamed. */
      before: z.string().optional(),
      accountUrl: z.string(),
      resetUrl: z.string(),
    }),
    lifetime: 3 * DAY,
    limits: ['passkeys.user'],
    canBlock: false,
  },
  accountDeleted: {
    props: z.object({ signUpUrl: z.string() }),
    lifetime: 3 * DAY,
    limits: ['account.delete'],
    canBlock: false,
  },
  accountDecision: {
    props: z.object({
      decision: z.enum([
        'suspended',
        'restored',
        'signed-out',
        'email-verified',
        'role-changed',
        'two-factor-reset-requested',
        'two-factor-reset-withdrawn',
        'deleted',
        'viewed',
        'acted-as',
      ]),
      /** The last day of a suspension, in words. */
      until: z.string().optional(),
      /** The new role, in words. */
      role: z.string().optional(),
      contactUrl: z.string(),
    }),
    lifetime: 3 * DAY,
    limits: ['people.suspend', 'people.access', 'people.changeRole', 'people.delete', 'impersonation.start'],
    canBlock: false,
  },
  organizationDecision: {
    props: z.object({
      decision: z.enum(['suspended', 'restored', 'deletion-scheduled', 'deletion-canceled']),
      organization: z.string().optional(),
      /** The day of the deletion, in words. */
      until: z.string().optional(),
      organizationUrl: z.string(),
      contactUrl: z.string(),
    }),
    lifetime: 3 * DAY,
    limits: ['organizationAdministration.suspend', 'organizationAdministration.delete'],
    canBlock: false,
  },
  contactMessage: {
    props: z.object({ name: z.string(), email: z.string(), message: z.string() }),
    lifetime: 7 * DAY,
    limits: ['contact.ip', 'contact.total'],
    canBlock: false,
  },
} satisfies Record<string, Kind>

export type MailKind = keyof typeof mailKinds
export type MailProps<Kind extends MailKind> = z.infer<(typeof mailKinds)[Kind]['props']>

/** Who caused an email: a signed-in user, or a signed-out caller, with part of their IP. */
export const mailCauseSchema = z.union([
  // Any ID that Postgres stores: `z.uuid()` would refuse those of other versions, such as of imported users.
  z.strictObject({ userId: z.guid() }),
  z.strictObject({ network: z.string() }),
])

export type MailCause = z.infer<typeof mailCauseSchema>

/** One email: its recipient, its content, and who caused it if that isn't the recipient. */
export type Mail = {
  [Kind in MailKind]: { to: string; kind: Kind; props: MailProps<Kind>; cause?: MailCause }
}[MailKind]
