'use client'

import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { ButtonLink } from '@/components/ui/button-link'
import type { Constraints } from '@/lib/input/constraint'

import { confirmEmailChangeAction } from '../actions'

/** A form, because mail scanners follow links: reading the page changes nothing. */
export function ConfirmEmailForm({ constraints, token }: { constraints: Constraints; token: string }) {
  return (
    <ActionForm
      action={confirmEmailChangeAction}
      constraints={constraints}
      renderDone={() => (
        <>
          <output className="block">
            Your address is changed. Sign in with it from now on; every other session has ended.
          </output>
          <ButtonLink href="/account" className="mt-5">
            Your account
          </ButtonLink>
        </>
      )}
    >
      <input type="hidden" name="token" value={token} />
      <SubmitButton pendingLabel="Changing…">Change my address</SubmitButton>
    </ActionForm>
  )
}
