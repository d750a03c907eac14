import { createMiddleware } from 'next-safe-action'

import { ActionError } from '../errors/action-error'
import { isFresh } from '../chain/fresh-minutes'

/**
 * Requires that the user recently confirmed their identity in this session, so an unattended browser isn't enough:
 * with a passkey, or with the password and, if two-factor authentication is on, a code. Place it before the action's own limit, which then doesn't count the
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
