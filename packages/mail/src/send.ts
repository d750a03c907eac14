import { env } from '@kit/env'
import { composeMail } from './compose'
import { type Mail, mailKinds } from './kinds'
import { mailLinkUrl } from './mail-link'
import { writeToMailbox } from './mailbox/mailbox'
import { assertEmail, assertSubject, MailError } from './message'
import { renderTemplate } from './render'
import { sendBySmtp } from './smtp'

/** An email from the queue. */
export interface QueuedMail {
  id: string
  queuedAt: Date
  mail: Mail
}

/**
 * Sends one email to its recipient, through SMTP_URL if set, otherwise to MAIL_DIRECTORY. The same ID gives the same
 * Message-ID, or the same file.
 * @throws MailError if the recipient or subject is unsafe, or the message could not be sent
 */
export async function sendMail({ id, queuedAt, mail }: QueuedMail): Promise<void> {
  const { to } = mail
  const reportUrl = mailLinkUrl(mail)
  const { subject, template, replyTo } = composeMail(mail.kind, { ...mail.props, reportUrl })
  assertEmail(to)
  if (replyTo !== undefined) assertEmail(replyTo)
  assertSubject(subject)
  const { SMTP_URL, MAIL_DIRECTORY, MAIL_FROM, APP_URL } = env()
  const bodies = await renderTemplate(template)
  const message = { to, from: MAIL_FROM, ...(replyTo && { replyTo }), subject, ...bodies }
  if (SMTP_URL) {
    const messageId = `<${id}@${new URL(APP_URL).hostname}>`
    return sendBySmtp(SMTP_URL, {
      ...message,
      messageId,
      date: queuedAt,
      // No one-click unsubscribe (RFC 8058): the page changes nothing until someone presses a button.
      ...(mailKinds[mail.kind].canBlock && { list: { unsubscribe: reportUrl } }),
    })
  }
  if (!MAIL_DIRECTORY) throw new MailError('Neither SMTP_URL nor MAIL_DIRECTORY is set.', { code: 'NOWHERE' })
  await writeToMailbox(MAIL_DIRECTORY, { id, queuedAt }, message)
}
