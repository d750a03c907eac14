'use client'

import { ActionForm } from '@/components/form/action-form'
import type { FormAction } from '@/components/form/form-state'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import type { Constraints } from '@/lib/input/constraint'

import {
  cancelDeletionAction,
  restoreOrganizationAction,
  scheduleDeletionAction,
  suspendOrganizationAction,
} from '../actions'
import { type OrganizationDecisionName, organizationDecisionTexts } from '../decisions'

const actions: Readonly<Record<OrganizationDecisionName, FormAction<never>>> = {
  suspend: suspendOrganizationAction,
  restore: restoreOrganizationAction,
  delete: scheduleDeletionAction,
  keep: cancelDeletionAction,
}

interface Props {
  decision: OrganizationDecisionName
  organization: { id: string; slug: string }
  constraints: Constraints
}

/** Asks for the reason, and for the slug before a deletion. */
export function OrganizationDecisionForm({ decision, organization, constraints }: Props) {
  const { button, pending, isDestructive } = organizationDecisionTexts[decision]
  return (
    <ActionForm action={actions[decision]} constraints={constraints}>
      <input type="hidden" name="organizationId" value={organization.id} />
      <TextField
        name="reason"
        label="Reason"
        hint={
          decision === 'suspend'
            ? 'Members see it on every page of the organization, and it is kept in the audit log.'
            : 'For the audit log. Members who can open the activity page see it.'
        }
        autoComplete="off"
      />
      {decision === 'delete' ? (
        <TextField
          name="confirmation"
          label="URL name"
          hint={
            <>
              Type <span className="font-medium text-foreground">{organization.slug}</span> to confirm.
            </>
          }
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
      ) : null}
      <SubmitButton variant={isDestructive ? 'destructive' : undefined} pendingLabel={pending}>
        {button}
      </SubmitButton>
    </ActionForm>
  )
}
