import 'server-only'

import { ActionError } from '@kit/action-middleware'

import { answerOf, type RawReply } from './reply'
import { sendToSelf } from './send-to-loopback'
import type { RawRequest } from './send-to-loopback'

interface DemoSession {
  cookie: string
  began: number
}

/** By address. Signing in costs a hash and counts under a limit, so a session serves until its password is no fresh proof. */
const sessions = new Map<string, DemoSession>()

const MINUTES = 8

/**
 * The cookie of a demo person, who signs in as anybody does: the lab has no way in of its own.
 * @throws ActionError UNAVAILABLE where there is no such person, or they cannot sign in at the moment
 */
export async function demoCookie(email: string, signIn: RawRequest): Promise<string> {
  const known = sessions.get(email)
  if (known && Date.now() - known.began < MINUTES * 60_000) return known.cookie
  const reply = await sendToSelf(signIn)
  const cookie = reply.headers['set-cookie']
    ?.split('\n')
    .map((line) => line.split(';', 1)[0] ?? '')
    .filter((pair) => !pair.endsWith('='))
    .join('; ')
  if (!cookie) throw new ActionError('UNAVAILABLE', { message: whyNot(email, reply) })
  sessions.set(email, { cookie, began: Date.now() })
  return cookie
}

function whyNot(email: string, reply: RawReply): string {
  const answer = answerOf(reply)
  return answer.kind === 'error' && spent.has(answer.code)
    ? `${email} has signed in too often. Try again in 15 minutes.`
    : `${email} could not sign in. The lab needs the demo data with its original password.`
}

/** What a few sign-ins of one person within a quarter of an hour are answered, and the lab solves no captcha. */
const spent: ReadonlySet<string> = new Set(['CAPTCHA_REQUIRED', 'RATE_LIMITED'])

/** For when a session turns out to be gone. */
export function forgetDemoCookies(): void {
  sessions.clear()
}
