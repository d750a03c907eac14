'use client'

import { ActionForm } from '@/components/form/action-form'
import { CheckboxField } from '@/components/form/checkbox-field'
import { SubmitButton } from '@/components/form/submit-button'
import type { Constraints } from '@/lib/input/constraint'

import { leaveOrganizationAction } from '../actions'

interface Props {
  organization: string
  name: string
  constraints: Constraints
}

export function LeaveForm({ organization, name, constraints }: Props) {
  return (
    <ActionForm action={leaveOrganizationAction} constraints={constraints}>
      <input type="hidden" name="organization" value={organization} />
      <CheckboxField name="sure" value="yes" label={`I want to leave ${name}.`} />
      <SubmitButton variant="outline" className="text-destructive" pendingLabel="Leaving…">
        Leave organization
      </SubmitButton>
    </ActionForm>
  )
}
