'use client'

import { ActionForm } from '@/components/form/action-form'
import { PasswordField } from '@/components/form/password-field'
import { SubmitButton } from '@/components/form/submit-button'
import { ButtonLink } from '@/components/ui/button-link'
import type { Constraints } from '@/lib/input/constraint'

import { resetPasswordAction } from '../actions'

export function ResetPasswordForm({ constraints, token }: { constraints: Constraints; token: string }) {
  return (
    <ActionForm
      action={resetPasswordAction}
      constraints={constraints}
      renderDone={() => (
        <>
          <output className="block">Your password is changed, and every other session is signed out.</output>
          <ButtonLink href="/sign-in" className="mt-5 w-full">
            Sign in
          </ButtonLink>
        </>
      )}
    >
      <input type="hidden" name="token" value={token} />
      <PasswordField
        name="password"
        label="New password"
        autoComplete="new-password"
        hint="At least 12 characters. A few words are better than a few symbols."
      />
      <SubmitButton pendingLabel="Changing…" className="w-full">
        Change password
      </SubmitButton>
    </ActionForm>
  )
}
