'use client'

import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { ButtonLink } from '@/components/ui/button-link'

import { verifyEmailAction } from '../actions'

/** A button, because mail scanners follow links: reading the page confirms nothing. */
export function VerifyEmailForm({ token }: { token: string }) {
  return (
    <ActionForm
      action={verifyEmailAction}
      renderDone={() => (
        <>
          <output className="block">Thank you. Your address is confirmed.</output>
          <ButtonLink href="/sign-in" className="mt-5 w-full">
            Sign in
          </ButtonLink>
        </>
      )}
    >
      <input type="hidden" name="token" value={token} />
      <SubmitButton pendingLabel="Confirming…" className="w-full">
        Confirm my address
      </SubmitButton>
    </ActionForm>
  )
}
