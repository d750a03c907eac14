import { z } from 'zod'

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const link = z.object({ url: z.string() })

/** Every email the product sends: its content, and for how many seconds it is worth sending. */
export const mailKinds = {
  // As long as the link works.
  verifyEmail: { props: link, lifetime: HOUR },
  resetPassword: { props: link, lifetime: HOUR },
  changeEmail: { props: link, lifetime: HOUR },
  invitation: {
    props: link.extend({
      organization: z.string().optional(),
      inviter: z.string().optional(),
      roleName: z.string(),
      days: z.number(),
    }),
    lifetime: 7 * DAY,
  },
  accountExists: { props: z.object({ signInUrl: z.string(), resetUrl: z.string() }), lifetime: DAY },
  changeEmailNotice: { props: z.object({ resetUrl: z.string() }), lifetime: 3 * DAY },
  accountDeleted: { props: z.object({ signUpUrl: z.string() }), lifetime: 3 * DAY },
  contactMessage: {
    props: z.object({ name: z.string(), email: z.string(), message: z.string() }),
    lifetime: 7 * DAY,
  },
} satisfies Record<string, { props: z.ZodType; lifetime: number }>

export type MailKind = keyof typeof mailKinds
export type MailProps<Kind extends MailKind> = z.infer<(typeof mailKinds)[Kind]['props']>

/** One email: its recipient and content. */
export type Mail = {
  [Kind in MailKind]: { to: string; kind: Kind; props: MailProps<Kind> }
}[MailKind]
