'use client'

import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'

import { deleteRoleAction } from '../actions'
import type { RoleDto } from '../loaders'

/** No confirmation: only an unused role can be deleted. */
export function DeleteRoleForm({ organization, role }: { organization: string; role: RoleDto }) {
  return (
    <ActionForm action={deleteRoleAction}>
      <input type="hidden" name="organization" value={organization} />
      <input type="hidden" name="roleId" value={role.id} />
      <SubmitButton variant="outline" className="text-destructive" pendingLabel="Deleting…">
        Delete role
      </SubmitButton>
    </ActionForm>
  )
}
