'use client'

import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import type { Constraints } from '@/lib/input/constraint'

import { signInWithMagicLinkAction } from '../actions'

/** This is a form because mail scanners follow links, so opening the page must change nothing. */
export function UseLinkForm({ constraints, token }: { constraints: Constraints; token: string }) {
  return (
    <ActionForm action={signInWithMagicLinkAction} constraints={constraints}>
      <input type="hidden" name="token" value={token} />
      <SubmitButton pendingLabel="Signing in…" className="w-full">
        Sign in
      </SubmitButton>
    </ActionForm>
  )
}
