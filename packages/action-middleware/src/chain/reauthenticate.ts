import { createMiddleware } from 'next-safe-action'

import { confirmPassword } from '@kit/auth/session/reauthentication'

import { enforceLimit } from './count-call'
import { isFresh } from './fresh-minutes'
import { textField } from '../input/input-field'
import { REAUTHENTICATION_FIELD } from '../input/reauthentication-field'

interface SignedIn {
  requestId: string
  ip: string
  user: { id: string }
  session: { provedAt: Date | null }
}

/**
 * Takes the password from a call that carries it: a form without JavaScript cannot ask in between, so it has the field
 * in itself, and is sent once more with all that was typed. It opens nothing but what `withFreshSession` holds back.
 *
 * Every client has it, before any transaction: whoever held one connection of the pool while waiting for another could
 * wait for ever. What is tried here is counted with every other try of this person's.
 * @throws ActionError RATE_LIMITED, UNAVAILABLE; CredentialsError WRONG_PASSWORD
 */
export const reauthenticate = createMiddleware<{ ctx: SignedIn }>().define(
  async ({ ctx, clientInput, next }) => {
    const password = textField(clientInput, REAUTHENTICATION_FIELD)
    if (!password || isFresh(ctx.session.provedAt)) return next()
    await enforceLimit('password.user', { ctx, clientInput })
    await confirmPassword(password)
    return next({ ctx: { session: { ...ctx.session, provedAt: new Date() } } })
  },
)
