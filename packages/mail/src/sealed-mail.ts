import { z } from 'zod'
import { openText, sealText } from '@kit/db/text/sealed-text'
import { type Mail, mailCauseSchema, mailKinds } from './kinds'
import { MailError } from './message'

const kinds = z.enum(Object.keys(mailKinds) as (keyof typeof mailKinds)[])
const envelope = z.object({
  to: z.string(),
  kind: kinds,
  props: z.unknown(),
  cause: mailCauseSchema.optional(),
})

/** Encrypts an email, so a leaked table or backup holds no link. It decrypts only with this ID. */
export function sealMail(id: string, mail: Mail): string {
  return sealText(sealOf(id), JSON.stringify(mail))
}

/** @throws MailError, final, when it was sealed with another secret or ID, or by a version with other kinds of email */
export function openMail(id: string, sealed: string): Mail {
  try {
    const { to, kind, props, cause } = envelope.parse(JSON.parse(openText(sealOf(id), sealed)))
    return { to, kind, props: mailKinds[kind].props.parse(props), ...(cause && { cause }) } as Mail
  } catch (error) {
    throw new MailError('A queued email could not be decrypted.', {
      code: 'UNREADABLE',
      isFinal: true,
      cause: error,
    })
  }
}

const sealOf = (id: string) => ({ purpose: 'queued mail', id })
