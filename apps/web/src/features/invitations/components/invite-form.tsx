'use client'

import { useRouter } from 'next/navigation'

import { ActionForm } from '@/components/form/action-form'
import { SelectField } from '@/components/form/select-field'
import { SubmissionField } from '@/components/form/submission-field'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import type { RoleOption } from '@/features/members/loaders'
import type { Constraints } from '@/lib/input/constraint'

import { createInvitationAction } from '../actions'

interface InviteFormProps {
  organization: string
  constraints: Constraints
  /** Roles the member can give. */
  roles: RoleOption[]
}

/** Stays open for the next email. The list below shows the sent one. */
export function InviteForm({ organization, constraints, roles }: InviteFormProps) {
  const router = useRouter()
  return (
    <ActionForm
      action={createInvitationAction}
      constraints={constraints}
      fieldOfCode={{ CONFLICT: 'email' }}
      success="Invitation sent."
      resetOnSuccess
      onSuccess={() => router.refresh()}
    >
      <SubmissionField />
      <input type="hidden" name="organization" value={organization} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          name="email"
          label="Email"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          placeholder="name@example.com"
        />
        <SelectField
          name="role"
          label="Role"
          required
          defaultValue={roles.some(({ value }) => value === 'editor') ? 'editor' : undefined}
        >
          {roles.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </SelectField>
      </div>
      <SubmitButton pendingLabel="Sending…">Send invitation</SubmitButton>
    </ActionForm>
  )
}
