'use client'

import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import type { Constraints } from '@/lib/input/constraint'

import { deleteAccountAction } from '../actions'

export function DeleteAccountForm({ constraints, email }: { constraints: Constraints; email: string }) {
  return (
    <ActionForm
      action={deleteAccountAction}
      constraints={constraints}
      fieldOfCode={{ CONFLICT: 'confirmation' }}
    >
      <TextField
        name="confirmation"
        label="Your email"
        hint={
          <>
            Type <span className="font-medium text-foreground">{email}</span> to confirm. You can't undo this.
          </>
        }
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <SubmitButton variant="destructive" pendingLabel="Deleting…">
        Delete account
      </SubmitButton>
    </ActionForm>
  )
}
