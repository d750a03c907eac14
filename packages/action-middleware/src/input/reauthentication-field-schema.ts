import { z } from 'zod'

import { passwordBounds } from '@kit/auth/accounts/password-bounds'

/**
 * For the schema of every action behind `withFreshSession()`. What is in the field was judged before. Apart from the
 * field's name, which the browser needs without all of zod.
 */
export const reauthenticationField = z.string().max(passwordBounds.maxLength).optional()
