'use client'

import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'

import { removePasskeyAction } from '../actions'
import { useChangedList } from './use-changed-list'

export function RemovePasskey({ id, name }: { id: string; name: string }) {
  const show = useChangedList()
  return (
    <ActionForm action={removePasskeyAction} onSuccess={show} className="space-y-2">
      <input type="hidden" name="passkeyId" value={id} />
      <SubmitButton variant="outline" size="sm" pendingLabel="Removing…" aria-label={`Remove: ${name}`}>
        Remove
      </SubmitButton>
    </ActionForm>
  )
}
