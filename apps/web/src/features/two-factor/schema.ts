import { z } from 'zod'

import { reauthenticationFields } from '@kit/action-middleware/input/reauthentication-field-schema'
import { oneTimeCodeSchema } from '@/lib/input/one-time-code-schema'

export const startTwoFactorSchema = z.strictObject(reauthenticationFields)

export const confirmTwoFactorSchema = z.strictObject({
  oneTimeCode: oneTimeCodeSchema,
  ...reauthenticationFields,
})

export const renewBackupCodesSchema = z.strictObject(reauthenticationFields)

export const disableTwoFactorSchema = z.strictObject(reauthenticationFields)
