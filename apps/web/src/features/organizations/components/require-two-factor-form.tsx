'use client'

import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import type { Constraints } from '@/lib/input/constraint'

import { requireTwoFactorAction } from '../actions'

interface Props {
  organization: string
  isRequired: boolean
  constraints: Constraints
}

export function RequireTwoFactorForm({ organization, isRequired, constraints }: Props) {
  return (
    <ActionForm action={requireTwoFactorAction} constraints={constraints}>
      <p>
        {isRequired
          ? 'Required. Members without two-factor authentication can’t open this organization.'
          : 'Members who don’t have it lose access until they turn it on. What they created stays.'}
      </p>
      <input type="hidden" name="organization" value={organization} />
      <input type="hidden" name="required" value={isRequired ? 'no' : 'yes'} />
      <SubmitButton variant="outline" pendingLabel="Saving…">
        {isRequired ? 'Stop requiring' : 'Require'}
      </SubmitButton>
    </ActionForm>
  )
}
