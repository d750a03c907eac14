'use client'

import type { CaptchaOffer } from '@kit/captcha/offer-captcha'
import { Captcha } from '@/components/captcha/captcha'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { SentNotice } from '@/components/sent-notice'
import type { Constraints } from '@/lib/input/constraint'

import { requestPasswordResetAction } from '../actions'

interface Props {
  constraints: Constraints
  captcha: CaptchaOffer
}

export function ForgotPasswordForm({ constraints, captcha }: Props) {
  return (
    <ActionForm
      action={requestPasswordResetAction}
      constraints={constraints}
      renderDone={({ sentTo }) => (
        <SentNotice title="Check your mail">
          If <strong className="font-medium text-foreground">{sentTo}</strong> has an account, a link to
          choose another password is on its way.
        </SentNotice>
      )}
    >
      <TextField
        name="email"
        label="E-mail"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <Captcha offer={captcha} />
      <SubmitButton pendingLabel="Sending…" className="w-full">
        Send the link
      </SubmitButton>
    </ActionForm>
  )
}
