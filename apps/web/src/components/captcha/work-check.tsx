'use client'

import { useEffect, useRef } from 'react'

import { CAPTCHA_FIELD } from '@kit/captcha/captcha-field'
import type { IconName } from '@/components/icon/catalog'
import { Icon } from '@/components/icon/icon'
import { Button } from '@/components/ui/button'

import { useForm } from '../form/form-context'
import { useWork, type WorkState } from './use-work'

const looks: Record<WorkState, { icon: IconName; text: string; className?: string }> = {
  idle: { icon: 'shield-check', text: 'A quick check to keep bots out. No action needed.' },
  working: { icon: 'loader-circle', text: "Checking that you're human…", className: 'animate-spin' },
  done: { icon: 'shield-check', text: "You're verified.", className: 'text-success' },
  failed: { icon: 'circle-alert', text: 'The check failed.', className: 'text-destructive' },
}

/** Solves a challenge while the user fills in the form and shows its progress. Submitting waits for it. */
export function WorkCheck({ action }: { action: string }) {
  const { beforeSend } = useForm()
  const box = useRef<HTMLDivElement>(null)
  const { state, begin, take } = useWork(action)

  useEffect(() => beforeSend(async (fields) => fields.set(CAPTCHA_FIELD, await take())), [beforeSend, take])

  // Starts on first focus, so just reading the page costs nothing.
  useEffect(() => {
    const form = box.current?.closest('form')
    if (!form) return
    if (form.contains(document.activeElement)) begin()
    form.addEventListener('focusin', begin)
    return () => form.removeEventListener('focusin', begin)
  }, [begin])

  const { icon, text, className } = looks[state]
  return (
    <div
      ref={box}
      className="flex min-h-11 items-center gap-2.5 rounded-md border bg-muted/50 px-3 py-1 text-[0.8125rem] text-muted-foreground md:min-h-9 noscript:hidden"
    >
      <Icon name={icon} className={className} />
      <output className="flex-1">{text}</output>
      {state === 'failed' ? (
        <Button variant="link" size="inline" className="min-h-11 md:min-h-0" onClick={begin}>
          Try again
        </Button>
      ) : null}
    </div>
  )
}
