import { z } from 'zod'
import type { PolicyName } from '@kit/rate-limit/policies'

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const link = z.object({ url: z.string() })

/** Every email the product sends: its content, for how many seconds it is worth sending, and the limits that count it. */
export const mailKinds = {
  // As long as the link works.
  verifyEmail: { props: link, lifetime: HOUR, limits: ['verificationMail.mailbox'] },
  resetPassword: { props: link, lifetime: HOUR, limits: ['resetMail.mailbox', 'people.access'] },
  newSignIn: {
    props: link.extend({
      browser: z.string(),
      network: z.string(),
      at: z.string(),
      days: z.number(),
    }),
    lifetime: DAY,
    limits: ['signInMail.mailbox'],
  },
  changeEmail: { props: link, lifetime: HOUR, limits: ['emailChange.user', 'emailChange.mailbox'] },
  invitation: {
    props: link.extend({
      organization: z.string().optional(),
      inviter: z.string().optional(),
      roleName: z.string(),
      days: z.number(),
    }),
    lifetime: 7 * DAY,
    limits: ['invitationMail.newUser', 'invitationMail.user', 'invitationMail.mailbox'],
  },
  // After a sign-up or a change of email.
  accountExists: {
    props: z.object({ signInUrl: z.string(), resetUrl: z.string() }),
    lifetime: DAY,
    limits: ['signUp.mailbox', 'emailChange.mailbox'],
  },
  changeEmailNotice: {
    props: z.object({ resetUrl: z.string() }),
    lifetime: 3 * DAY,
    limits: ['emailChange.user'],
  },
  twoFactorChanged: {
    props: z.object({
      change: z.enum(['on', 'off', 'new-backup-codes', 'backup-code-used', 'reset']),
      /** Backup codes that are left. */
      left: z.number(),
      accountUrl: z.string(),
      resetUrl: z.string(),
    }),
    lifetime: 3 * DAY,
    // A used backup code counts as an attempt; each works once.
    limits: ['twoFactor.user', 'signInCode.account', 'password.user'],
  },
  accountDeleted: {
    props: z.object({ signUpUrl: z.string() }),
    lifetime: 3 * DAY,
    limits: ['account.delete'],
  },
  accountDecision: {
    props: z.object({
      decision: z.enum(['suspended', 'restored', 'signed-out', 'email-verified', 'role-changed', 'deleted']),
      /** The last day of a suspension, in words. */
      until: z.string().optional(),
      /** The new role, in words. */
      role: z.string().optional(),
      contactUrl: z.string(),
    }),
    lifetime: 3 * DAY,
    limits: ['people.suspend', 'people.access', 'people.changeRole', 'people.delete'],
  },
  contactMessage: {
    props: z.object({ name: z.string(), email: z.string(), message: z.string() }),
    lifetime: 7 * DAY,
    limits: ['contact.ip', 'contact.total'],
  },
} satisfies Record<string, { props: z.ZodType; lifetime: number; limits: [PolicyName, ...PolicyName[]] }>

export type MailKind = keyof typeof mailKinds
export type MailProps<Kind extends MailKind> = z.infer<(typeof mailKinds)[Kind]['props']>

/** One email: its recipient and content. */
export type Mail = {
  [Kind in MailKind]: { to: string; kind: Kind; props: MailProps<Kind> }
}[MailKind]
