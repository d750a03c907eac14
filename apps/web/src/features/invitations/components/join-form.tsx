'use client'

import { ActionForm } from '@/components/form/action-form'
import { PasswordField } from '@/components/form/password-field'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import type { Constraints } from '@/lib/input/constraint'

import { signUpInvitedAction } from '../actions'

interface JoinFormProps {
  token: string
  email: string
  constraints: Constraints
}

/** An account and the membership in one go. The address is shown, not asked: it is the one that the link came to. */
export function JoinForm({ token, email, constraints }: JoinFormProps) {
  return (
    <ActionForm action={signUpInvitedAction} constraints={constraints}>
      <input type="hidden" name="token" value={token} />
      {/* For password managers, which keep a password together with an address. It has no name, so it is not sent. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <TextField name="name" label="Name" autoComplete="name" />
      <PasswordField
        name="password"
        label="Password"
        autoComplete="new-password"
        hint="At least 12 characters. A few unrelated words work well."
      />
      <SubmitButton pendingLabel="Creating account…" className="w-full">
        Create account and join
      </SubmitButton>
    </ActionForm>
  )
}
