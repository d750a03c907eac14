import { z } from 'zod'

import { passwordBounds } from '@kit/auth/passwords/password-bounds'

/** A code from an authenticator app or a backup code, with room for spaces. */
export const CODE_LENGTH = 32

/**
 * For the schema of every action behind `withFreshSession()`; the client has checked password and code by then. Separate
 * from the fields' names, which browser code imports without zod.
 */
export const reauthenticationFields = {
  reauthenticationPassword: z.string().max(passwordBounds.maxLength).optional(),
  reauthenticationCode: z.string().max(CODE_LENGTH).optional(),
}
