'use client'

import { ActionForm } from '@/components/form/action-form'
import { SelectField } from '@/components/form/select-field'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import type { Constraints } from '@/lib/input/constraint'

import { startImpersonationAction } from '../actions'

interface StartFormProps {
  personId: string
  mayWrite: boolean
  constraints: Constraints
}

export function StartForm({ personId, mayWrite, constraints }: StartFormProps) {
  return (
    <ActionForm action={startImpersonationAction} constraints={constraints}>
      <input type="hidden" name="personId" value={personId} />
      <TextField
        name="reason"
        label="Reason"
        hint="For the audit log. The person doesn't see it."
        autoComplete="off"
      />
      {mayWrite ? (
        <SelectField name="mode" label="Access" defaultValue="read-only">
          <option value="read-only">Read-only</option>
          <option value="read-write">Can make changes</option>
        </SelectField>
      ) : (
        <input type="hidden" name="mode" value="read-only" />
      )}
      <SubmitButton pendingLabel="Starting…">Impersonate</SubmitButton>
    </ActionForm>
  )
}
