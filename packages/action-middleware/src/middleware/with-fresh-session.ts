import { createMiddleware } from 'next-safe-action'

import { ActionError } from '../errors/action-error'
import { isFresh } from '../chain/fresh-minutes'

/**
 * Requires that the password, and the code of a user who has two-factor authentication, were entered in this session
 * recently, so an unattended browser isn't enough. Place it before
 * the action's own limit, which then doesn't count the attempt that asks for the password. Include
 * `reauthenticationFields` in the schema.
 *
 * A session that began without a password is never fresh.
 * @throws ActionError FRESH_SESSION_REQUIRED; the form asks for the password and sends the call again
 */
export function withFreshSession() {
  return createMiddleware<{ ctx: { session: { confirmedAt: Date | null } } }>().define(
    async ({ ctx, next }) => {
      if (!isFresh(ctx.session.confirmedAt)) throw new ActionError('FRESH_SESSION_REQUIRED')
      return next()
    },
  )
}
