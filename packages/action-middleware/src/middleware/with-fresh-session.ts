import { createMiddleware } from 'next-safe-action'

import { ActionError } from '../errors/action-error'
import { isFresh } from '../chain/fresh-minutes'

/**
 * Demands that the password was given in this session lately, for what a thief of an open browser must not do. Stands
 * before the named limit of an action: who is asked for the password has not done the thing yet. The client has taken it
 * by then from a call that carries it, and the schema names the field (`reauthenticationField`).
 *
 * A session that began without a password has no proof and is never fresh.
 * @throws ActionError FRESH_SESSION_REQUIRED; the form asks for the password and sends the same again
 */
export function withFreshSession() {
  return createMiddleware<{ ctx: { session: { provedAt: Date | null } } }>().define(async ({ ctx, next }) => {
    if (!isFresh(ctx.session.provedAt)) throw new ActionError('FRESH_SESSION_REQUIRED')
    return next()
  })
}
