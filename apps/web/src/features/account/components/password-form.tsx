'use client'

import { ActionForm } from '@/components/form/action-form'
import { NewPasswordField, passwordCodes } from '@/components/form/new-password-field'
import { CodeField } from '@/components/form/code-field'
import { PasswordField } from '@/components/form/password-field'
import { SubmitButton } from '@/components/form/submit-button'
import { UsernameField } from '@/components/form/username-field'
import type { Constraints } from '@/lib/input/constraint'

import { changePasswordAction } from '../actions'

interface Props {
  constraints: Constraints
  email: string
  /** Whether the action asks for a code too. */
  twoFactor: boolean
}

export function PasswordForm({ constraints, email, twoFactor }: Props) {
  return (
    <ActionForm
      action={changePasswordAction}
      constraints={constraints}
      fieldOfCode={{
        WRONG_PASSWORD: 'currentPassword',
        WRONG_CODE: 'oneTimeCode',
        ...passwordCodes('newPassword'),
      }}
      success="Your password has been changed. Your other sessions have been signed out."
      resetOnSuccess
    >
      <UsernameField email={email} />
      <PasswordField name="currentPassword" label="Current password" autoComplete="current-password" />
      <NewPasswordField name="newPassword" label="New password" />
      {twoFactor ? <CodeField name="oneTimeCode" /> : null}
      <SubmitButton pendingLabel="Changing…">Change password</SubmitButton>
    </ActionForm>
  )
}
