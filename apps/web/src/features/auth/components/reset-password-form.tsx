'use client'

import { ActionForm } from '@/components/form/action-form'
import { NewPasswordField, passwordCodes } from '@/components/form/new-password-field'
import { SubmitButton } from '@/components/form/submit-button'
import { UsernameField } from '@/components/form/username-field'
import { ButtonLink } from '@/components/ui/button-link'
import type { Constraints } from '@/lib/input/constraint'

import { resetPasswordAction } from '../actions'

interface Props {
  constraints: Constraints
  token: string
  /** Undefined if the link is not valid. */
  email: string | undefined
}

export function ResetPasswordForm({ constraints, token, email }: Props) {
  return (
    <ActionForm
      action={resetPasswordAction}
      fieldOfCode={passwordCodes('password')}
      constraints={constraints}
      renderDone={() => (
        <>
          <output className="block">
            Your password has been changed and you've been signed out everywhere.
          </output>
          <ButtonLink href="/sign-in" className="mt-5 w-full">
            Sign in
          </ButtonLink>
        </>
      )}
    >
      <input type="hidden" name="token" value={token} />
      <UsernameField email={email} />
      <NewPasswordField name="password" label="New password" />
      <SubmitButton pendingLabel="Changing…" className="w-full">
        Change password
      </SubmitButton>
    </ActionForm>
  )
}
