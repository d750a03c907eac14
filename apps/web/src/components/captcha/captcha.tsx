'use client'

import { CAPTCHA_FIELD } from '@kit/captcha/captcha-field'
import type { CaptchaOffer } from '@/components/captcha/offer-captcha'

import { TurnstileCheck } from './turnstile-check'
import { WorkCheck } from './work-check'

/**
 * Protects a form from bots: proof of work in the background, Turnstile when configured, or a short wait without
 * JavaScript. Goes before the submit button.
 */
export function Captcha({ offer }: { offer: CaptchaOffer }) {
  const { action, turnstileSiteKey, waitingToken } = offer
  return (
    <>
      {turnstileSiteKey ? (
        <TurnstileCheck action={action} siteKey={turnstileSiteKey} />
      ) : (
        <WorkCheck action={action} />
      )}
      <noscript>
        <input type="hidden" name={CAPTCHA_FIELD} value={waitingToken} />
        <p className="rounded-md border bg-muted/50 px-3 py-2.5 text-[0.8125rem]">
          Wait 10 seconds before you submit. Without JavaScript, this delay is how we keep bots out.
        </p>
      </noscript>
    </>
  )
}
