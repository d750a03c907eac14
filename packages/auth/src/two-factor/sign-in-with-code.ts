import 'server-only'
import { createHash } from 'node:crypto'
import { holdPasswordOrNone } from '@kit/db/accounts/lock-account'
import { database } from '@kit/db/connection/client'
import { countAttempt, type PendingSignIn, readChallenge, takeChallenge } from '@kit/db/two-factor/challenges'
import { CredentialsError } from '../session/credentials-error'
import { noteOrEnd } from '../session/credentials'
import { openSession } from '../session/open-session'
import { challengeHash, forgetChallenge } from './challenge-cookie'
import { takeSecondFactor } from './second-factor'

/** Returns the sign-in that waits for its code in this browser, and what limits count it by. */
export async function pendingSignIn(): Promise<{ account: string } | undefined> {
  const tokenHash = await challengeHash()
  const pending = tokenHash === undefined ? undefined : await readChallenge(tokenHash)
  if (!pending) return undefined
  const { user, passwordHash } = pending
  // Only a digest leaves this package, so a log reveals nothing about the hash.
  return { account: createHash('sha256').update(`${user.id} ${passwordHash}`).digest('base64url') }
}

/**
 * Finishes a sign-in and notes it. Code, sign-in and session change together, so each code and each sign-in opens one
 * session.
 * @returns 'ended' when the sign-in has expired, was finished, or has no attempts left
 * @throws CredentialsError WRONG_CODE, ACCOUNT_BANNED
 */
export async function signInWithCode(code: string): Promise<'signed-in' | 'ended'> {
  const tokenHash = await challengeHash()
  const pending = tokenHash === undefined ? undefined : await readChallenge(tokenHash)
  if (tokenHash === undefined || !pending || !(await countAttempt(tokenHash))) return ended()
  try {
    const opened = await finish(tokenHash, pending, code)
    if (!opened) return await ended()
  } catch (error) {
    const isWrong = error instanceof CredentialsError && error.code === 'WRONG_CODE'
    if (isWrong && !(await readChallenge(tokenHash))) return ended()
    throw error
  }
  await forgetChallenge()
  await noteOrEnd(pending.user)
  return 'signed-in'
}

function finish(tokenHash: string, { user, passwordHash }: PendingSignIn, code: string): Promise<boolean> {
  return database().transaction(async (transaction) => {
    if (!(await holdPasswordOrNone(transaction, user.id, passwordHash))) return false
    if (!(await takeChallenge(transaction, tokenHash))) return false
    await takeSecondFactor(transaction, { user, code })
    await openSession(transaction, user.id)
    return true
  })
}

async function ended(): Promise<'ended'> {
  await forgetChallenge()
  return 'ended'
}
