'use client'

import type { CaptchaOffer } from '@/components/captcha/offer-captcha'
import { ActionForm } from '@/components/form/action-form'
import { PasswordField } from '@/components/form/password-field'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { TextLink } from '@/components/text-link'
import type { Constraints } from '@/lib/input/constraint'

import { signInAction } from '../actions'
import { NextField } from './next-field'
import { SignInCaptcha } from './sign-in-captcha'

interface Props {
  constraints: Constraints
  captcha: CaptchaOffer
  /** Where to go after sign-in. Defaults to the current page. */
  next?: string
}

export function SignInForm({ constraints, captcha, next }: Props) {
  return (
    <ActionForm action={signInAction} constraints={constraints}>
      <NextField next={next} />
      <TextField
        name="email"
        label="Email"
        autoComplete="username webauthn"
        autoCapitalize="none"
        spellCheck={false}
      />
      <PasswordField
        name="password"
        label="Password"
        autoComplete="current-password"
        aside={
          <TextLink href="/forgot-password" className="text-xs font-normal text-muted-foreground">
            Forgot password?
          </TextLink>
        }
      />
      <SignInCaptcha offer={captcha} />
      <SubmitButton pendingLabel="Signing in…" className="w-full">
        Sign in
      </SubmitButton>
    </ActionForm>
  )
}
