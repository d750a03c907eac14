import { createMiddleware } from 'next-safe-action'

import { getSession } from '@kit/auth/session/session'

import { ActionError } from '../errors/action-error'

/** Demands that nobody is signed in, where the call would begin a session in place of another person's. */
export function withoutSession() {
  return createMiddleware().define(async ({ next }) => {
    if (await getSession()) {
      throw new ActionError('CONFLICT', { message: 'You are signed in already. Sign out first.' })
    }
    return next()
  })
}
