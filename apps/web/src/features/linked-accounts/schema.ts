import { z } from 'zod'

import { reauthenticationFields } from '@kit/action-middleware/input/reauthentication-field-schema'
import { providerSchema } from '@/features/auth/schema'

export const linkAccountSchema = z.strictObject({ provider: providerSchema, ...reauthenticationFields })

export const unlinkAccountSchema = z.strictObject({ provider: providerSchema, ...reauthenticationFields })
