import { z } from 'zod'
import { openText, sealText } from '@kit/db/text/sealed-text'
import { env } from '@kit/env'
import { type Mail, mailCauseSchema, type MailKind, mailKinds } from './kinds'

/** The page where the recipient of an email can report it and block similar email. */
const PAGE = '/report-email'

const linkSchema = z.object({
  to: z.string(),
  kind: z.enum(Object.keys(mailKinds) as MailKind[]),
  cause: mailCauseSchema.optional(),
})

/** What the link in an email says about that email. */
export type MailLink = z.infer<typeof linkSchema>

const seal = { purpose: 'mail link', id: 'mail' }

/** Returns the link in an email. It is encrypted, and works as long as the secret that encrypted it is still configured. */
export function mailLinkUrl({ to, kind, cause }: Pick<Mail, 'to' | 'kind' | 'cause'>): string {
  const sealed = sealText(seal, JSON.stringify({ to, kind, cause } satisfies MailLink))
  const url = new URL(PAGE, env().APP_URL)
  url.searchParams.set('token', Buffer.from(sealed, 'base64').toString('base64url'))
  return url.href
}

/** Returns what a link says, or undefined if we didn't make it. */
export function readMailLink(token: string): MailLink | undefined {
  try {
    return linkSchema.parse(JSON.parse(openText(seal, Buffer.from(token, 'base64url').toString('base64'))))
  } catch {
    return undefined
  }
}
