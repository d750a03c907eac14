'use client'

import type { LinkedProvider } from '@kit/auth/providers/link-account'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'

import { linkAccountAction, unlinkAccountAction } from '../actions'

/** Connects or disconnects one provider. */
export function LinkForm({ provider: { id, name, since } }: { provider: LinkedProvider }) {
  const isLinked = since !== undefined
  return (
    <ActionForm action={isLinked ? unlinkAccountAction : linkAccountAction} className="space-y-2">
      <input type="hidden" name="provider" value={id} />
      <SubmitButton
        variant="outline"
        pendingLabel={isLinked ? 'Disconnecting…' : 'Opening…'}
        aria-label={`${isLinked ? 'Disconnect' : 'Connect'} ${name}`}
      >
        {isLinked ? 'Disconnect' : 'Connect'}
      </SubmitButton>
    </ActionForm>
  )
}
