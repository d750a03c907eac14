import { redirect } from 'next/navigation'
import { createMiddleware } from 'next-safe-action'

import { pendingSignIn } from '@kit/auth/two-factor/sign-in-with-code'

/**
 * Requires a sign-in whose password was right and whose code is pending. It is not a session: it allows entering the code
 * and nothing else. Without one, the sign-in page says that it has ended.
 */
export function withSignInChallenge() {
  return createMiddleware().define(async ({ next }) => {
    const signIn = await pendingSignIn()
    if (!signIn) redirect('/sign-in?ended')
    return next({ ctx: { signIn } })
  })
}
