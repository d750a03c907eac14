'use client'

import { ActionForm } from '@/components/form/action-form'
import type { FormAction } from '@/components/form/form-state'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import type { Constraints } from '@/lib/input/constraint'

import {
  deleteUserAction,
  endPersonSessionsAction,
  grantSuperAdminAction,
  restorePersonAction,
  revokeSuperAdminAction,
  sendPasswordResetAction,
  suspendPersonAction,
  verifyPersonEmailAction,
} from '../actions'
import { type DecisionName, decisionTexts } from '../decisions'
import type { HandoverDto } from '../loaders'
import { HandoverFields } from './handover-fields'

const actions: Readonly<Record<DecisionName, FormAction<never>>> = {
  suspend: suspendPersonAction,
  restore: restorePersonAction,
  'end-sessions': endPersonSessionsAction,
  'verify-email': verifyPersonEmailAction,
  'send-password-reset': sendPasswordResetAction,
  'grant-super-admin': grantSuperAdminAction,
  'revoke-super-admin': revokeSuperAdminAction,
  delete: deleteUserAction,
}

interface DecisionFormProps {
  decision: DecisionName
  person: { id: string; email: string }
  handovers: HandoverDto[]
  constraints: Constraints
}

/** Asks for the reason and for what else the decision needs. */
export function DecisionForm({ decision, person, handovers, constraints }: DecisionFormProps) {
  const { button, pending, isDestructive } = decisionTexts[decision]
  return (
    <ActionForm action={actions[decision]} constraints={constraints}>
      <input type="hidden" name="personId" value={person.id} />
      <TextField
        name="reason"
        label="Reason"
        hint="For the audit log. The person doesn't see it."
        autoComplete="off"
      />
      {decision === 'suspend' ? (
        <TextField
          name="lastDay"
          label="Last day (UTC)"
          hint="Leave it empty to suspend until someone ends it."
          type="date"
        />
      ) : null}
      <HandoverFields handovers={handovers} deletes={decision === 'delete'} />
      {decision === 'delete' ? (
        <TextField
          name="confirmation"
          label="Their email"
          hint={
            <>
              Type <span className="font-medium text-foreground">{person.email}</span> to confirm.
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
