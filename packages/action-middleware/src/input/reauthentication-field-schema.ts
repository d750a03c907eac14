import { z } from 'zod'

import { passwordBounds } from '@kit/auth/accounts/password-bounds'

/**
 * For the schema of every action behind `withFreshSession()`; the client has checked the password by then. Separate from
 * the field's name, which browser code imports without zod.
 */
export const reauthenticationField = z.string().max(passwordBounds.maxLength).optional()
