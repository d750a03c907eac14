'use client'

import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'

import { mailCodeAction } from '../actions'

/** Mails a code to the user. */
export function MailCodeForm({ email }: { email: string }) {
  return (
    <ActionForm action={mailCodeAction} success="Sent. It works for 10 minutes.">
      <SubmitButton variant="outline" pendingLabel="Sending…">
        Email a code to {email}
      </SubmitButton>
    </ActionForm>
  )
}
