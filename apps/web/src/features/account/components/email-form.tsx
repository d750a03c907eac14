'use client'

import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { SentNotice } from '@/components/sent-notice'
import type { Constraints } from '@/lib/input/constraint'

import { requestEmailChangeAction } from '../actions'

export function EmailForm({ constraints }: { constraints: Constraints }) {
  return (
    <ActionForm
      action={requestEmailChangeAction}
      constraints={constraints}
      fieldOfCode={{ CONFLICT: 'email' }}
      renderDone={({ sentTo }) => (
        <SentNotice title="Check your mail">
          We have written to <strong className="font-medium text-foreground">{sentTo}</strong>. Your address
          changes once you follow the link in the message.
        </SentNotice>
      )}
    >
      <TextField
        name="email"
        label="New e-mail address"
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        hint="We mail a link to it, and a notice to the present one."
      />
      <SubmitButton pendingLabel="Sending…">Send the link</SubmitButton>
    </ActionForm>
  )
}
