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
        <SentNotice title="Check your email">
          We sent a link to <strong className="font-medium text-foreground">{sentTo}</strong>. Your email
          changes once you open it.
        </SentNotice>
      )}
    >
      <TextField
        name="email"
        label="New email"
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        hint="We'll send a link to this email and a notice to your current one."
      />
      <SubmitButton pendingLabel="Sending…">Send link</SubmitButton>
    </ActionForm>
  )
}
