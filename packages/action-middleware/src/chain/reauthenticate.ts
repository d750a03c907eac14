import { createMiddleware } from 'next-safe-action'

import { confirmPassword } from '@kit/auth/session/reauthentication'

import { inSpan } from '@kit/telemetry/in-span'

import { enforceLimit } from './count-call'
import { isFresh } from './fresh-minutes'
import { textField } from '../input/input-field'
import { REAUTHENTICATION_CODE_FIELD, REAUTHENTICATION_FIELD } from '../input/reauthentication-field'

interface SignedIn {
  requestId: string
  ip: string
  user: { id: string; email: string }
  session: { id: string; confirmedAt: Date | null }
}

/**
 * Checks the password in a call that carries one, and the code of a user who has two-factor authentication, and makes the
 * session fresh. A form without JavaScript can't open a dialog, so it sends both along with everything else. Unlocks nothing but `withFreshSession`.
 *
 * Part of every client, before any transaction: a call that holds one pool connection while it waits for another could
 * deadlock. Counts toward the user's limit of password attempts.
 * @throws ActionError RATE_LIMITED, UNAVAILABLE; CredentialsError WRONG_PASSWORD, WRONG_CODE
 */
export const reauthenticate = createMiddleware<{ ctx: SignedIn }>().define(
  async ({ ctx, clientInput, next }) => {
    const password = textField(clientInput, REAUTHENTICATION_FIELD)
    if (!password || isFresh(ctx.session.confirmedAt)) return next()
    await enforceLimit('password.user', { ctx, clientInput })
    const code = textField(clientInput, REAUTHENTICATION_CODE_FIELD)
    await inSpan('gate.password', {}, () => confirmPassword(ctx, { password, code }))
    return next({ ctx: { session: { ...ctx.session, confirmedAt: new Date() } } })
  },
)
