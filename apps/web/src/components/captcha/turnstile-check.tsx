'use client'

import { useEffect, useRef } from 'react'

import { CAPTCHA_FIELD } from '@kit/captcha/captcha-field'

import { useForm } from '../form/form-context'
import { useTurnstile } from './use-turnstile'

/** The Turnstile widget. Submitting waits for its token. */
export function TurnstileCheck({ action, siteKey }: { action: string; siteKey: string }) {
  const { beforeSend } = useForm()
  const box = useRef<HTMLDivElement>(null)
  const take = useTurnstile(box, siteKey, action)

  useEffect(() => beforeSend(async (fields) => fields.set(CAPTCHA_FIELD, await take())), [beforeSend, take])

  return <div ref={box} className="min-h-16 noscript:hidden" />
}
