'use client'

import type { CaptchaOffer } from '@kit/captcha/offer-captcha'
import { Captcha } from '@/components/captcha/captcha'
import { ActionForm } from '@/components/form/action-form'
import { PasswordField } from '@/components/form/password-field'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { SentNotice } from '@/components/sent-notice'
import type { Constraints } from '@/lib/input/constraint'

import { signUpAction } from '../actions'

interface Props {
  constraints: Constraints
  captcha: CaptchaOffer
}

export function SignUpForm({ constraints, captcha }: Props) {
  return (
    <ActionForm
      action={signUpAction}
      constraints={constraints}
      renderDone={({ sentTo }) => (
        <SentNotice title="Check your mail">
          We have written to <strong className="font-medium text-foreground">{sentTo}</strong>. Follow the
          link in the message, then sign in.
        </SentNotice>
      )}
    >
      <TextField name="name" label="Name" autoComplete="name" />
      <TextField name="email" label="E-mail" autoComplete="email" autoCapitalize="none" spellCheck={false} />
      <PasswordField
        name="password"
        label="Password"
        autoComplete="new-password"
        hint="At least 12 characters. A few words are better than a few symbols."
      />
      <Captcha offer={captcha} />
      <SubmitButton pendingLabel="Creating the account…" className="w-full">
        Create account
      </SubmitButton>
    </ActionForm>
  )
}
