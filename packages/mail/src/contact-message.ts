import 'server-only'
import { createElement } from 'react'
import { env } from '@kit/env'
import { sendMail } from './send'
import { ContactMessage } from './templates/contact-message'

interface Message {
  name: string
  email: string
  message: string
}

/**
 * Hands a visitor's message to CONTACT_EMAIL, and to nobody else: a copy for the address that the visitor gave would be
 * mail to whomever they like. Answering it answers the visitor.
 * @throws MailError when it could not be handed over
 */
export async function sendContactMessage(message: Message): Promise<void> {
  await sendMail({
    to: env().CONTACT_EMAIL,
    replyTo: message.email,
    // Nothing of theirs: mail programs show a subject as the site's own words.
    subject: 'New message from the contact form',
    template: createElement(ContactMessage, message),
  })
}
