'use client'

import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import type { Constraints } from '@/lib/input/constraint'

import { finishSignUpAction } from '../actions'

/** A form: mail scanners follow links, so opening the page must change nothing. */
export function FinishSignUpForm({ constraints, token }: { constraints: Constraints; token: string }) {
  return (
    <ActionForm action={finishSignUpAction} constraints={constraints}>
      <input type="hidden" name="token" value={token} />
      <SubmitButton pendingLabel="Verifying…" className="w-full">
        Verify and continue
      </SubmitButton>
    </ActionForm>
  )
}
