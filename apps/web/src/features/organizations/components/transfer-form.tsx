'use client'

import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import type { Constraints } from '@/lib/input/constraint'

import { transferOwnershipAction } from '../actions'

interface Props {
  organization: string
  constraints: Constraints
}

/** Typed instead of picked: works for any number of members and prevents slips. */
export function TransferForm({ organization, constraints }: Props) {
  return (
    <ActionForm
      action={transferOwnershipAction}
      constraints={constraints}
      fieldOfCode={{ NOT_FOUND: 'email' }}
    >
      <input type="hidden" name="organization" value={organization} />
      <TextField
        name="email"
        label="New owner's email"
        hint="Must be a member of this organization. You become an admin, and only the new owner can undo this."
        autoComplete="off"
      />
      <SubmitButton variant="outline" className="text-destructive" pendingLabel="Transferring…">
        Transfer ownership
      </SubmitButton>
    </ActionForm>
  )
}
