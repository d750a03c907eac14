import 'server-only'
import { env } from '@kit/env'

import { CAPTCHA_MAX_LENGTH } from './captcha-field'
import { verifyWork } from './verify-work'
import { verifyTurnstile } from './turnstile'
import { failed, type Verdict } from './verdict'
import { isWaitingToken, verifyWaitingToken } from './waiting-token'

/**
 * Checks the captcha field. With Turnstile configured, proof of work is refused, or bots would choose the easier one.
 * @param action the name in the action's metadata
 */
export async function verifyCaptcha(value: string, action: string): Promise<Verdict> {
  if (value.length > CAPTCHA_MAX_LENGTH) return failed
  if (isWaitingToken(value)) return verifyWaitingToken(value, action)
  return env().TURNSTILE_SECRET_KEY ? verifyTurnstile(value, action) : verifyWork(value, action)
}
