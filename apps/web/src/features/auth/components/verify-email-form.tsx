'use client'

import { ActionForm } from '@/components/form/action-form'
import { PasswordField } from '@/components/form/password-field'
import { SubmitButton } from '@/components/form/submit-button'
import { UsernameField } from '@/components/form/username-field'
import { ButtonLink } from '@/components/ui/button-link'
import type { Constraints } from '@/lib/input/constraint'

import { verifyEmailAction } from '../actions'

interface Props {
  constraints: Constraints
  token: string
  /** Undefined if the link is not valid. */
  email: string | undefined
}

/**
 * A form: mail scanners follow links, so opening the page must change nothing. It asks for the password because the
 * owner of the inbox may not be the person who signed up.
 */
export function VerifyEmailForm({ constraints, token, email }: Props) {
  return (
    <ActionForm
      action={verifyEmailAction}
      constraints={constraints}
      fieldOfCode={{ WRONG_PASSWORD: 'password' }}
      renderDone={() => (
        <>
          <output className="block">Your email is verified.</output>
          <ButtonLink href="/sign-in?next=/organizations/new" className="mt-5 w-full">
            Sign in
          </ButtonLink>
        </>
      )}
    >
      <input type="hidden" name="token" value={token} />
      <UsernameField email={email} />
      <PasswordField
        name="password"
        label="Password"
        autoComplete="current-password"
        hint="The password you chose when you signed up."
      />
      <SubmitButton pendingLabel="Verifying…" className="w-full">
        Verify email
      </SubmitButton>
    </ActionForm>
  )
}
