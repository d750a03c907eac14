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
 * Sends a visitor's message to CONTACT_EMAIL only. A copy to the visitor would let anyone mail anyone. Replies go to
 * the visitor.
 * @throws MailError if it could not be sent
 */
export async function sendContactMessage(message: Message): Promise<void> {
  await sendMail({
    to: env().CONTACT_EMAIL,
    replyTo: message.email,
    // No visitor text: people read a subject as the site's own words.
    subject: 'New message from the contact form',
    template: createElement(ContactMessage, message),
  })
}
