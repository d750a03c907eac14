'use client'

import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'

import { endSessionAction } from '../actions'
import { useShorterList } from './use-shorter-list'

/** Signs out one other browser. The list then shows the remaining sessions. */
export function EndSession({ id, browser }: { id: string; browser: string }) {
  const shorten = useShorterList()
  return (
    <ActionForm action={endSessionAction} onSuccess={shorten} className="space-y-0">
      <input type="hidden" name="sessionId" value={id} />
      <SubmitButton
        variant="outline"
        size="sm"
        pendingLabel="Signing out…"
        aria-label={`Sign out: ${browser}`}
      >
        Sign out
      </SubmitButton>
    </ActionForm>
  )
}
