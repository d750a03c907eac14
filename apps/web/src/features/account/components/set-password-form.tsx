'use client'

import { ActionForm } from '@/components/form/action-form'
import { NewPasswordField, passwordCodes } from '@/components/form/new-password-field'
import { SubmitButton } from '@/components/form/submit-button'
import { UsernameField } from '@/components/form/username-field'
import type { Constraints } from '@/lib/input/constraint'

import { setPasswordAction } from '../actions'

/** For someone who doesn't have a password yet. */
export function SetPasswordForm({ constraints, email }: { constraints: Constraints; email: string }) {
  return (
    <ActionForm
      action={setPasswordAction}
      constraints={constraints}
      fieldOfCode={passwordCodes('newPassword')}
    >
      <UsernameField email={email} />
      <NewPasswordField name="newPassword" label="Password" />
      <SubmitButton pendingLabel="Setting…">Set password</SubmitButton>
    </ActionForm>
  )
}
