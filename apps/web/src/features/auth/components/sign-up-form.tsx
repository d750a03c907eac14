'use client'

import type { CaptchaOffer } from '@/components/captcha/offer-captcha'
import { Captcha } from '@/components/captcha/captcha'
import { ActionForm } from '@/components/form/action-form'
import { PasswordField } from '@/components/form/password-field'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import type { Constraints } from '@/lib/input/constraint'

import { signUpAction } from '../actions'

interface Props {
  constraints: Constraints
  captcha: CaptchaOffer
}

export function SignUpForm({ constraints, captcha }: Props) {
  return (
    <ActionForm action={signUpAction} constraints={constraints}>
      <TextField name="name" label="Name" autoComplete="name" />
      <TextField name="email" label="Email" autoComplete="email" autoCapitalize="none" spellCheck={false} />
      <PasswordField
        name="password"
        label="Password"
        autoComplete="new-password"
        hint="At least 12 characters. A few unrelated words work well."
      />
      <Captcha offer={captcha} />
      <SubmitButton pendingLabel="Creating account…" className="w-full">
        Create account
      </SubmitButton>
    </ActionForm>
  )
}
