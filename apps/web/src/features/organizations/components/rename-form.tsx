'use client'

import { versionOf } from '@kit/action-middleware/input/version'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import type { Constraints } from '@/lib/input/constraint'

import { renameOrganizationAction } from '../actions'

interface Props {
  organization: string
  name: string
  constraints: Constraints
}

export function RenameForm({ organization, name, constraints }: Props) {
  return (
    <ActionForm
      action={renameOrganizationAction}
      constraints={constraints}
      version={versionOf({ name })}
      success="Saved."
    >
      <input type="hidden" name="organization" value={organization} />
      <TextField name="name" label="Name" autoComplete="off" defaultValue={name} />
      <SubmitButton pendingLabel="Saving…">Save name</SubmitButton>
    </ActionForm>
  )
}
