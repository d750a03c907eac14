'use client'

import type { CaptchaOffer } from '@/components/captcha/offer-captcha'
import { Captcha } from '@/components/captcha/captcha'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { SentNotice } from '@/components/sent-notice'
import type { Constraints } from '@/lib/input/constraint'

import { requestMagicLinkAction } from '../actions'
import { NextField } from './next-field'

interface Props {
  constraints: Constraints
  captcha: CaptchaOffer
  /** Where to go after sign-in. */
  next: string
}

export function RequestLinkForm({ constraints, captcha, next }: Props) {
  return (
    <ActionForm
      action={requestMagicLinkAction}
      constraints={constraints}
      renderDone={({ sentTo }) => (
        <SentNotice title="Check your email">
          If <strong className="font-medium text-foreground">{sentTo}</strong> has an account, we sent a link
          to sign in.
        </SentNotice>
      )}
    >
      <NextField next={next} />
      <TextField
        name="email"
        label="Email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <Captcha offer={captcha} />
      <SubmitButton pendingLabel="Sending…" className="w-full">
        Send link
      </SubmitButton>
    </ActionForm>
  )
}
