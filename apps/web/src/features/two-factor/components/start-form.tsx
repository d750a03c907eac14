'use client'

import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'

import { startTwoFactorAction } from '../actions'

/** Creates a key, or replaces it. */
export function StartForm({ isAgain = false }: { isAgain?: boolean }) {
  return (
    <ActionForm action={startTwoFactorAction}>
      <SubmitButton variant={isAgain ? 'outline' : undefined} pendingLabel="Preparing…">
        {isAgain ? 'Make another key' : 'Set up'}
      </SubmitButton>
    </ActionForm>
  )
}
