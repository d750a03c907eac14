'use client'

import { versionOf } from '@kit/action-middleware/input/version'
import { ActionForm } from '@/components/form/action-form'
import { SubmissionField } from '@/components/form/submission-field'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { ButtonLink } from '@/components/ui/button-link'
import type { Constraints } from '@/lib/input/constraint'

import { createRoleAction, updateRoleAction } from '../actions'
import type { PermissionChoice, RoleDto } from '../loaders'
import { PermissionFields } from './permission-fields'

interface RoleFormProps {
  organization: string
  constraints: Constraints
  choices: PermissionChoice[]
  /** Whether the user may open the list. */
  canRead: boolean
  /** The role to edit. Without it, the form creates one. */
  role?: RoleDto
}

export function RoleForm({ organization, constraints, choices, canRead, role }: RoleFormProps) {
  return (
    <ActionForm
      action={role ? updateRoleAction : createRoleAction}
      constraints={constraints}
      fieldOfCode={{ CONFLICT: 'name' }}
      version={role && versionOf({ name: role.name, permissions: role.permissions })}
      success="Changes saved."
    >
      <input type="hidden" name="organization" value={organization} />
      {role ? <input type="hidden" name="roleId" value={role.id} /> : <SubmissionField />}
      <TextField name="name" label="Name" autoComplete="off" defaultValue={role?.name} />
      <PermissionFields choices={choices} chosen={role?.permissions} />
      <div className="flex flex-col gap-2 pt-2 sm:flex-row">
        <SubmitButton pendingLabel={role ? 'Saving…' : 'Creating…'}>
          {role ? 'Save changes' : 'Create role'}
        </SubmitButton>
        {canRead ? (
          <ButtonLink href={`/${organization}/roles`} variant="ghost" className="sm:ml-auto">
            Cancel
          </ButtonLink>
        ) : null}
      </div>
    </ActionForm>
  )
}
