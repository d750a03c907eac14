'use client'

import { versionOf } from '@kit/action-middleware/input/version'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import type { Constraints } from '@/lib/input/constraint'

import { updateNameAction } from '../actions'

export function NameForm({ constraints, name }: { constraints: Constraints; name: string }) {
  return (
    <ActionForm
      action={updateNameAction}
      constraints={constraints}
      version={versionOf({ name })}
      success="Saved."
    >
      <TextField name="name" label="Name" autoComplete="name" defaultValue={name} />
      <SubmitButton pendingLabel="Saving…">Save</SubmitButton>
    </ActionForm>
  )
}
