import { createMiddleware } from 'next-safe-action'

import { ActionError } from './action-error'

/** For so long the password counts as just given. */
export const FRESH_MINUTES = 10

/**
 * Demands that the password was given in this session lately, for what a thief of an open browser must not do. Stands
 * before the named limit of an action: who is asked for the password has not done the thing yet.
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

function isFresh(provedAt: Date | null): boolean {
  return provedAt !== null && Date.now() - provedAt.getTime() <= FRESH_MINUTES * 60_000
}
