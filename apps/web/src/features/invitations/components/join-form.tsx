'use client'

import { ActionForm } from '@/components/form/action-form'
import { NewPasswordField, passwordCodes } from '@/components/form/new-password-field'
import { SubmitButton } from '@/components/form/submit-button'
import { UsernameField } from '@/components/form/username-field'
import { TextField } from '@/components/form/text-field'
import type { Constraints } from '@/lib/input/constraint'

import { signUpInvitedAction } from '../actions'

interface JoinFormProps {
  token: string
  email: string
  constraints: Constraints
}

/** Creates the account and the membership. The email is fixed: it's the one the link was sent to. */
export function JoinForm({ token, email, constraints }: JoinFormProps) {
  return (
    <ActionForm
      action={signUpInvitedAction}
      fieldOfCode={passwordCodes('password')}
      constraints={constraints}
    >
      <input type="hidden" name="token" value={token} />
      <UsernameField email={email} />
      <TextField name="name" label="Name" autoComplete="name" />
      <NewPasswordField name="password" label="Password" />
      <SubmitButton pendingLabel="Creating account…" className="w-full">
        Create account and join
      </SubmitButton>
    </ActionForm>
  )
}
