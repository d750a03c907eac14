'use client'

import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import type { Constraints } from '@/lib/input/constraint'

import { renamePasskeyAction } from '../actions'
import { useChangedList } from './use-changed-list'

interface Props {
  id: string
  name: string
  constraints: Constraints
}

/** Opens a form for a new name. Works without JavaScript too. */
export function RenamePasskey({ id, name, constraints }: Props) {
  const show = useChangedList()
  return (
    <details className="w-full">
      <summary
        className="inline-flex min-h-11 cursor-pointer items-center text-xs text-muted-foreground underline md:min-h-0"
        aria-label={`Rename: ${name}`}
      >
        Rename
      </summary>
      <ActionForm action={renamePasskeyAction} constraints={constraints} onSuccess={show} className="mt-2">
        <input type="hidden" name="passkeyId" value={id} />
        <TextField name="name" label="New name" defaultValue={name} autoComplete="off" />
        <SubmitButton size="sm" pendingLabel="Saving…">
          Save
        </SubmitButton>
      </ActionForm>
    </details>
  )
}
