import { z } from 'zod'

import { CODE_LENGTH } from '@kit/action-middleware/input/reauthentication-field-schema'

/** A code from an authenticator app or a backup code, with or without spaces. */
export const oneTimeCodeSchema = z.string().min(1, 'Enter a code.').max(CODE_LENGTH)
