import 'server-only'
import type { ReactElement } from 'react'
import { env } from '@kit/env'
import { writeToMailbox } from './mailbox/mailbox'
import { assertAddress, assertSubject, MailError } from './message'
import { renderTemplate } from './render'
import { sendBySmtp } from './smtp'

interface Mail {
  to: string
  replyTo?: string
  subject: string
  template: ReactElement
}

/**
 * Sends one message to one address: through SMTP_URL when it is set, else into MAIL_DIRECTORY. Resolves once the server
 * has taken it, or the file is there.
 * @throws MailError when the address or subject could smuggle a header, or the message could not be handed over.
 */
export async function sendMail(mail: Mail): Promise<void> {
  assertAddress(mail.to)
  if (mail.replyTo !== undefined) assertAddress(mail.replyTo)
  assertSubject(mail.subject)
  const { SMTP_URL, MAIL_DIRECTORY, MAIL_FROM } = env()
  const bodies = await renderTemplate(mail.template)
  const { to, subject, replyTo } = mail
  const message = { to, from: MAIL_FROM, ...(replyTo && { replyTo }), subject, ...bodies }
  if (SMTP_URL) return sendBySmtp(SMTP_URL, message)
  if (!MAIL_DIRECTORY) throw new MailError('Neither SMTP_URL nor MAIL_DIRECTORY is set.')
  await writeToMailbox(MAIL_DIRECTORY, message)
}
