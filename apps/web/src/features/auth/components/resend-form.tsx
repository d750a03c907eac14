'use client'

import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'

import { resendVerificationAction } from '../actions'

export function ResendForm() {
  return (
    <ActionForm action={resendVerificationAction} success="Sent. It can take a minute to arrive.">
      <SubmitButton variant="outline" pendingLabel="Sending…">
        Send again
      </SubmitButton>
    </ActionForm>
  )
}
