import { AsyncLocalStorage } from 'node:async_hooks'
import type { BetterAuthPlugin } from 'better-auth'
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { hasTwoFactor } from '@kit/db/two-factor/has-two-factor'

// Better Auth opens a session as soon as the first factor is right. With two-factor authentication on, it can't: whatever the
// way of signing in, a session opens only inside `withProof`.

interface Attempt {
  /** The user whose second factor was proved. */
  provedFor?: string
  /** The user whose session was not opened, because their code is pending. */
  pending?: string
}

const attempts = new AsyncLocalStorage<Attempt>()

/**
 * Runs a sign-in of Better Auth.
 * @returns what it returned, or the ID of the user whose code is pending
 */
export async function untilSecondFactor<T>(
  signIn: () => Promise<T>,
): Promise<{ signedIn: T } | { pending: string }> {
  const attempt: Attempt = {}
  try {
    return { signedIn: await attempts.run(attempt, signIn) }
  } catch (error) {
    if (attempt.pending === undefined) throw error
    return { pending: attempt.pending }
  }
}

/** Runs `open`, which may open a session for a user who has proved both factors, or has one only. */
export function withProof<T>(userId: string, open: () => Promise<T>): Promise<T> {
  return attempts.run({ provedFor: userId }, open)
}

/** Keeps Better Auth from opening a session before the code. */
export async function refuseBeforeSecondFactor({ userId }: { userId: string }): Promise<false | undefined> {
  const attempt = attempts.getStore()
  if (attempt?.provedFor === userId || !(await hasTwoFactor(userId))) return undefined
  if (attempt) attempt.pending = userId
  return false
}

/** Opens a session for the user whom `withProof` names, with its cookie. Nothing in the call chooses the user. */
const openSession = createAuthEndpoint.serverOnly({ method: 'POST' }, async (ctx) => {
  const userId = attempts.getStore()?.provedFor
  const user = userId ? await ctx.context.internalAdapter.findUserById(userId) : null
  const session = user ? await ctx.context.internalAdapter.createSession(user.id) : null
  if (!user || !session) throw new Error('No session could be opened.')
  await setSessionCookie(ctx, { session, user })
  return { token: session.token }
})

export const secondFactor = {
  id: 'second-factor',
  endpoints: { openSession },
} satisfies BetterAuthPlugin
