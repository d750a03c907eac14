import { z } from 'zod'

import { reauthenticationFields } from '@kit/action-middleware/input/reauthentication-field-schema'
import { versionField } from '@kit/action-middleware/input/version-schema'
import { passwordBounds } from '@kit/auth/passwords/password-bounds'
import { newPasswordSchema, personNameSchema, tokenSchema } from '@/features/auth/schema'
import { oneTimeCodeSchema } from '@/lib/input/one-time-code-schema'
import { emailSchema } from '@/lib/input/email-schema'
import { formatLocales } from '@/lib/dates/format-locales'
import { isTimeZone } from '@/lib/dates/time-zones'
import { storableText } from '@/lib/input/storable-text'

export const updateNameSchema = z.strictObject({
  name: personNameSchema,
  version: versionField,
  decision: versionField.optional(),
})

export const updatePreferencesSchema = z.strictObject({
  /** Empty means the browser's setting. The same goes for the time zone. */
  locale: z.enum(['', ...formatLocales]),
  timeZone: z
    .string()
    .max(64)
    .refine((name) => name === '' || isTimeZone(name), 'Choose a time zone from the list.'),
  version: versionField,
  decision: versionField.optional(),
})

export const confirmPasswordSchema = z.strictObject({
  password: z.string().min(1, 'Enter your password.').max(passwordBounds.maxLength),
  oneTimeCode: oneTimeCodeSchema.optional(),
})

export const changePasswordSchema = z.strictObject({
  currentPassword: z.string().min(1, 'Enter your current password.').max(passwordBounds.maxLength),
  newPassword: newPasswordSchema,
  oneTimeCode: oneTimeCodeSchema.optional(),
})

export const setPasswordSchema = z.strictObject({ newPassword: newPasswordSchema, ...reauthenticationFields })

export const requestEmailChangeSchema = z.strictObject({
  email: emailSchema,
  ...reauthenticationFields,
})

export const confirmEmailChangeSchema = z.strictObject({ token: tokenSchema })

export const downloadDataSchema = z.strictObject(reauthenticationFields)

export const deleteAccountSchema = z.strictObject({
  /** The account's email, typed to confirm. */
  confirmation: storableText().min(1, 'Enter the email of your account.').max(254),
  ...reauthenticationFields,
})
