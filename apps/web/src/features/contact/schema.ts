import { z } from 'zod'

import { captchaField } from '@kit/captcha/captcha-field-schema'
import { emailSchema } from '@/lib/input/email-schema'
import { storableLine, storableText } from '@/lib/input/storable-text'

export const contactSchema = z.strictObject({
  name: storableLine().min(1, 'Enter your name.').max(80),
  email: emailSchema,
  message: storableText().trim().min(1, 'Enter a message.').max(4000),
  captcha: captchaField,
})
