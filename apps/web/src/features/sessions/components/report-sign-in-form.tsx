'use client'

import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import type { Constraints } from '@/lib/input/constraint'

import { reportSignInAction } from '../actions'

/** A form: mail scanners follow links, so opening the page must change nothing. */
export function ReportSignInForm({ constraints, token }: { constraints: Constraints; token: string }) {
  return (
    <ActionForm action={reportSignInAction} constraints={constraints}>
      <input type="hidden" name="token" value={token} />
      <SubmitButton variant="destructive" pendingLabel="Signing out…" className="w-full">
        Sign out everywhere
      </SubmitButton>
    </ActionForm>
  )
}
