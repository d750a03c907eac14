'use client'

import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'

import { disableTwoFactorAction } from '../actions'

export function DisableForm() {
  return (
    <ActionForm action={disableTwoFactorAction}>
      <SubmitButton variant="outline" className="text-destructive" pendingLabel="Turning off…">
        Turn off
      </SubmitButton>
    </ActionForm>
  )
}
