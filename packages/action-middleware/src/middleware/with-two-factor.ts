import { createMiddleware } from 'next-safe-action'

import { ActionError } from '../errors/action-error'

/**
 * Requires that the user has two-factor authentication on.
 * @throws ActionError TWO_FACTOR_REQUIRED
 */
export function withTwoFactor() {
  return createMiddleware<{ ctx: { user: { twoFactor: boolean } } }>().define(async ({ ctx, next }) => {
    if (!ctx.user.twoFactor) throw new ActionError('TWO_FACTOR_REQUIRED')
    return next()
  })
}
