import 'server-only'
import { env } from '@kit/env'

import { makeWaitingToken } from './waiting-token'

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
  return { action, waitingToken: makeWaitingToken(action), turnstileSiteKey: env().TURNSTILE_SITE_KEY }
}
