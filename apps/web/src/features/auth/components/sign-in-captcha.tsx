'use client'

import { useState } from 'react'

import type { CaptchaOffer } from '@kit/captcha/offer-captcha'
import { Captcha } from '@/components/captcha/captcha'
import { useForm } from '@/components/form/form-context'
import type { FormState } from '@/components/form/form-state'

/** Comes when the server asks for it, and stays: who has failed that often may fail again. */
export function SignInCaptcha({ offer }: { offer: CaptchaOffer }) {
  const { state } = useForm()
  const [shown, setShown] = useState(false)
  const asked = isAsked(state)
  if (asked && !shown) setShown(true)
  return asked || shown ? <Captcha offer={offer} /> : null
}

/** Without JavaScript nothing stays but what the answer holds: it says whether there was a proof this time. */
function isAsked({ serverError, validationErrors }: FormState): boolean {
  const values = serverError?.values ?? validationErrors?.values
  return Boolean(serverError?.code.startsWith('CAPTCHA_') || values?.captcha)
}
