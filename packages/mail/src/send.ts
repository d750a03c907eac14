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
 * Sends one message to one recipient, through SMTP_URL if set, otherwise to MAIL_DIRECTORY.
 * @throws MailError if the recipient or subject is unsafe, or the message could not be sent
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
