import { AsyncLocalStorage } from 'node:async_hooks'
import { hasTwoFactor } from '@kit/db/two-factor/has-two-factor'

// Better Auth opens a session as soon as the first factor is right. With two-factor authentication on, it can't: however the user signs in, a session opens only inside `withProof`.

interface Attempt {
  /** The user whose second factor was proved. */
  provedFor?: string
  /** The user whose session was not opened, because their code is pending. */
  pending?: string
}

const attempts = new AsyncLocalStorage<Attempt>()

/**
 * Runs a Better Auth sign-in.
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

/** Runs `open`, which may open a session for a user who has proved every factor they have. */
export function withProof<T>(userId: string, open: () => Promise<T>): Promise<T> {
  return attempts.run({ provedFor: userId }, open)
}

/** Whether Better Auth must not open a session for this user, because their code is pending. */
export async function isCodePending(userId: string): Promise<boolean> {
  const attempt = attempts.getStore()
  if (attempt?.provedFor === userId || !(await hasTwoFactor(userId))) return false
  if (attempt) attempt.pending = userId
  return true
}
