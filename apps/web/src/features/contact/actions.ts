'use server'

import { enhanceAction } from '@kit/action-middleware'
import { queueContactMessage } from '@kit/mail/contact-message'

import { contactSchema } from './schema'

// Public: people who can't sign in must be able to contact us.
export const sendContactMessageAction = enhanceAction(
  async ({ name, email, message }, { newId }) => {
    await queueContactMessage({ name, email, message }, newId)
    return { sent: true }
  },
  {
    name: 'contact.send',
    echo: ['name', 'email', 'message'],
    schema: contactSchema,
    form: true,
    auth: false,
    captcha: true,
    rateLimit: ['contact.ip', 'contact.total'],
  },
)
