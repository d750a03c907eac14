import { z } from 'zod'

import { passwordBounds } from '@kit/auth/passwords/password-bounds'
import { providerIds } from '@kit/auth/providers/provider-ids'
import { captchaField } from '@kit/captcha/captcha-field-schema'
import { emailSchema } from '@/lib/input/email-schema'
import { oneTimeCodeSchema } from '@/lib/input/one-time-code-schema'
import { storableLine } from '@/lib/input/storable-text'

/** Length over complexity (NIST SP 800-63B). The upper bound limits the cost of hashing. */
export const newPasswordSchema = z
  .string()
  .min(passwordBounds.minLength, `Use ${passwordBounds.minLength} characters or more.`)
  .max(passwordBounds.maxLength)

const givenPasswordSchema = z.string().min(1, 'Enter your password.').max(passwordBounds.maxLength)

export const tokenSchema = z.string().min(1).max(2048)

export const personNameSchema = storableLine().min(1, 'Enter your name.').max(80)

export const signUpSchema = z.strictObject({
  name: personNameSchema,
  email: emailSchema,
  password: newPasswordSchema,
  captcha: captchaField,
})

export const signInSchema = z.strictObject({
  email: emailSchema,
  password: givenPasswordSchema,
  /** Where to go after sign-in; validated by `redirectPath`. */
  next: z.string().max(2048).optional(),
  captcha: captchaField,
})

export const signInWithCodeSchema = z.strictObject({
  oneTimeCode: oneTimeCodeSchema,
  /** As in `signInSchema`. */
  next: z.string().max(2048).optional(),
})

export const signOutSchema = z.strictObject({})

export const requestPasswordResetSchema = z.strictObject({ email: emailSchema, captcha: captchaField })

export const resetPasswordSchema = z.strictObject({ token: tokenSchema, password: newPasswordSchema })

export const finishSignUpSchema = z.strictObject({ token: tokenSchema })

export const resendVerificationSchema = z.strictObject({})

export const verifyEmailSchema = z.strictObject({ token: tokenSchema, password: givenPasswordSchema })

export const providerSchema = z.enum(providerIds)

export const startProviderSignInSchema = z.strictObject({
  provider: providerSchema,
  /** As in `signInSchema`. */
  next: z.string().max(2048).optional(),
})

export const requestMagicLinkSchema = z.strictObject({
  email: emailSchema,
  /** As in `signInSchema`. */
  next: z.string().max(2048).optional(),
  captcha: captchaField,
})

export const signInWithMagicLinkSchema = z.strictObject({ token: tokenSchema })
