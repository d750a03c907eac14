import { createMiddleware } from 'next-safe-action'

import { confirmPassword } from '@kit/auth/session/password-proof'

import { demandCall } from './count-call'
import { isFresh } from './fresh-minutes'
import { textField } from '../input/input-field'
import { PROOF_FIELD } from '../input/proof-field'

interface SignedIn {
  requestId: string
  address: string
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
export const takeProof = createMiddleware<{ ctx: SignedIn }>().define(async ({ ctx, clientInput, next }) => {
  const password = textField(clientInput, PROOF_FIELD)
  if (!password || isFresh(ctx.session.provedAt)) return next()
  await demandCall('password.user', { ctx, clientInput })
  await confirmPassword(password)
  return next({ ctx: { session: { ...ctx.session, provedAt: new Date() } } })
})
