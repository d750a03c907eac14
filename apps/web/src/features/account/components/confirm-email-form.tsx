'use client'

import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { ButtonLink } from '@/components/ui/button-link'
import type { Constraints } from '@/lib/input/constraint'

import { confirmEmailChangeAction } from '../actions'

/** A form: mail scanners follow links, so opening the page must change nothing. */
export function ConfirmEmailForm({ constraints, token }: { constraints: Constraints; token: string }) {
  return (
    <ActionForm
      action={confirmEmailChangeAction}
      constraints={constraints}
      renderDone={() => (
        <>
          <output className="block">
            Your email has been changed. Use it the next time you sign in. Your other sessions have been
            signed out.
          </output>
          <ButtonLink href="/account/email" className="mt-5">
            Back to account
          </ButtonLink>
        </>
      )}
    >
      <input type="hidden" name="token" value={token} />
      <SubmitButton pendingLabel="Changing…">Change email</SubmitButton>
    </ActionForm>
  )
}
