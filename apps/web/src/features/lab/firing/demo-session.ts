import 'server-only'

import { ActionError } from '@kit/action-middleware'

import { answerOf, type RawReply } from './reply'
import { sendToSelf } from './send-to-loopback'
import type { RawRequest } from './send-to-loopback'

interface DemoSession {
  cookie: string
  began: number
}

/** By email. Signing in is slow and rate limited, so a session is reused while it is fresh. */
const sessions = new Map<string, DemoSession>()

const MINUTES = 8

/**
 * Signs in a demo person through the normal form and returns the cookie.
 * @throws ActionError UNAVAILABLE if they can't sign in
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
    ? `${email} has signed in too many times. Try again in 15 minutes.`
    : `${email} could not sign in. The lab needs the demo data with its original password.`
}

/** Responses after too many sign-ins. The lab solves no captcha. */
const spent: ReadonlySet<string> = new Set(['CAPTCHA_REQUIRED', 'RATE_LIMITED'])

/** Call it when a session has ended. */
export function forgetDemoCookies(): void {
  sessions.clear()
}
