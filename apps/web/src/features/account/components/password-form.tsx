'use client'

import { ActionForm } from '@/components/form/action-form'
import { NewPasswordField, passwordCodes } from '@/components/form/new-password-field'
import { PasswordField } from '@/components/form/password-field'
import { SubmitButton } from '@/components/form/submit-button'
import { UsernameField } from '@/components/form/username-field'
import type { Constraints } from '@/lib/input/constraint'

import { changePasswordAction } from '../actions'

export function PasswordForm({ constraints, email }: { constraints: Constraints; email: string }) {
  return (
    <ActionForm
      action={changePasswordAction}
      constraints={constraints}
      fieldOfCode={{ WRONG_PASSWORD: 'currentPassword', ...passwordCodes('newPassword') }}
      success="Your password has been changed. Your other sessions have been signed out."
      resetOnSuccess
    >
      <UsernameField email={email} />
      <PasswordField name="currentPassword" label="Current password" autoComplete="current-password" />
      <NewPasswordField name="newPassword" label="New password" />
      <SubmitButton pendingLabel="Changing…">Change password</SubmitButton>
    </ActionForm>
  )
}
