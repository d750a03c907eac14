import 'server-only'
import { env } from '@kit/env'

import { makeWaitingToken } from './waiting-token'

/** What a form needs in order to prove that no robot sends it. All of it may be read by anybody. */
export interface CaptchaOffer {
  /** The name in the action's metadata. */
  action: string
  /** For visitors without JavaScript. */
  waitingToken: string
  /** Set where Turnstile takes the place of the work. */
  turnstileSiteKey?: string
}

/** Made while the page is rendered: the waiting token's time begins here. */
export function offerCaptcha(action: string): CaptchaOffer {
  return { action, waitingToken: makeWaitingToken(action), turnstileSiteKey: env().TURNSTILE_SITE_KEY }
}
