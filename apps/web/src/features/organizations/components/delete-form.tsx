'use client'

import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import type { Constraints } from '@/lib/input/constraint'

import { deleteOrganizationAction } from '../actions'

interface Props {
  organization: string
  constraints: Constraints
}

export function DeleteForm({ organization, constraints }: Props) {
  return (
    <ActionForm action={deleteOrganizationAction} constraints={constraints}>
      <input type="hidden" name="organization" value={organization} />
      <TextField
        name="confirmation"
        label={`Type “${organization}” to confirm`}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <SubmitButton variant="destructive" pendingLabel="Deleting…">
        Delete organization
      </SubmitButton>
    </ActionForm>
  )
}
