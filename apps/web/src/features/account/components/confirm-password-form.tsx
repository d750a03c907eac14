'use client'

import { ActionForm } from '@/components/form/action-form'
import { PasswordField } from '@/components/form/password-field'
import { SubmitButton } from '@/components/form/submit-button'
import type { Constraints } from '@/lib/constraint'

import { confirmPasswordAction } from '../actions'

interface Props {
  constraints: Constraints
  email: string
  /** Where to go afterwards. The action decides whether to follow it. */
  next: string
}

export function ConfirmPasswordForm({ constraints, email, next }: Props) {
  return (
    <ActionForm
      action={confirmPasswordAction}
      constraints={constraints}
      fieldOfCode={{ WRONG_PASSWORD: 'password' }}
    >
      {/* Tells password managers whose password it is; without a name it is not sent. */}
      <input type="text" autoComplete="username" value={email} readOnly hidden />
      <input type="hidden" name="next" value={next} />
      <PasswordField name="password" label="Password" autoComplete="current-password" />
      <SubmitButton pendingLabel="Checking…">Go on</SubmitButton>
    </ActionForm>
  )
}
