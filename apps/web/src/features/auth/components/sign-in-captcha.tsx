'use client'

import { useState } from 'react'

import type { CaptchaOffer } from '@/components/captcha/offer-captcha'
import { Captcha } from '@/components/captcha/captcha'
import { useForm } from '@/components/form/form-context'
import type { FormState } from '@/components/form/form-state'

/** Appears when the server asks for it, and stays. */
export function SignInCaptcha({ offer }: { offer: CaptchaOffer }) {
  const { state } = useForm()
  const [shown, setShown] = useState(false)
  const asked = isAsked(state)
  if (asked && !shown) setShown(true)
  return asked || shown ? <Captcha offer={offer} /> : null
}

/** Without JavaScript only the response has state: it says whether a captcha was sent. */
function isAsked({ serverError, validationErrors }: FormState): boolean {
  const values = serverError?.values ?? validationErrors?.values
  return Boolean(serverError?.code.startsWith('CAPTCHA_') || values?.captcha)
}
