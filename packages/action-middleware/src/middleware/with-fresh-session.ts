import { createMiddleware } from 'next-safe-action'

import { ActionError } from '../errors/action-error'
import { isFresh } from '../chain/fresh-minutes'

/**
 * Requires a recent proof in this session, so an unattended browser isn't enough: a passkey, or the password with the code
 * of a user who has two-factor authentication. Place it before the action's own limit, which then doesn't count the
 * attempt that asks for the proof. Include `reauthenticationFields` in the schema.
 *
 * A session that began without a proof, such as after a sign-up, is not fresh.
 * @throws ActionError FRESH_SESSION_REQUIRED; the form asks for the proof and sends the call again
 */
export function withFreshSession() {
  return createMiddleware<{ ctx: { session: { confirmedAt: Date | null } } }>().define(
    async ({ ctx, next }) => {
      if (!isFresh(ctx.session.confirmedAt)) throw new ActionError('FRESH_SESSION_REQUIRED')
      return next()
    },
  )
}
