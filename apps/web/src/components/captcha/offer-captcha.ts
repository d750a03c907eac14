import 'server-only'
import { makeWaitingToken } from '@kit/captcha/waiting-token'
import { env } from '@kit/env'

import { freshValue } from '@/lib/page-cache/fresh-value'

/** What a form needs to solve a captcha. Public. */
export interface CaptchaOffer {
  /** The name in the action's metadata. */
  action: string
  /** For visitors without JavaScript. */
  waitingToken: string
  /** Set when Turnstile replaces the proof of work. */
  turnstileSiteKey?: string
}

/** Call it while rendering the page: the waiting token's time starts now. */
export function offerCaptcha(action: string): CaptchaOffer {
  const waitingToken = freshValue(() => makeWaitingToken(action))
  return { action, waitingToken, turnstileSiteKey: env().TURNSTILE_SITE_KEY }
}
