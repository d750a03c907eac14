import { createMiddleware } from 'next-safe-action'

import { getSession } from '@kit/auth/session/session'

import { ActionError } from '../errors/action-error'

/** Requires that the caller is signed out, because the call starts a session and would replace theirs. */
export function withoutSession() {
  return createMiddleware().define(async ({ next }) => {
    if (await getSession()) {
      throw new ActionError('CONFLICT', { message: "You're already signed in. Sign out first." })
    }
    return next()
  })
}
