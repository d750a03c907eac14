import { z } from 'zod'

import { providerSchema } from '@/features/auth/schema'
import { oneTimeCodeSchema } from '@/lib/input/one-time-code-schema'

export const mailCodeSchema = z.strictObject({})

export const confirmWithMailedCodeSchema = z.strictObject({
  mailedCode: z.string().min(1, 'Enter the code from the email.').max(32),
  oneTimeCode: oneTimeCodeSchema.optional(),
})

export const confirmWithProviderSchema = z.strictObject({
  provider: providerSchema,
  oneTimeCode: oneTimeCodeSchema.optional(),
  /** Where to go afterward; validated by `redirectPath`. */
  next: z.string().max(2048).optional(),
})
