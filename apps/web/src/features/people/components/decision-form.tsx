'use client'

import { type PersonRole, personRoles } from '@kit/db/people/values'
import { ActionForm } from '@/components/form/action-form'
import type { FormAction } from '@/components/form/form-state'
import { SelectField } from '@/components/form/select-field'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import type { Constraints } from '@/lib/input/constraint'

import {
  changePersonRoleAction,
  deleteUserAction,
  endPersonSessionsAction,
  requestTwoFactorResetAction,
  resetTwoFactorAction,
  restorePersonAction,
  sendPasswordResetAction,
  suspendPersonAction,
  verifyPersonEmailAction,
  withdrawTwoFactorResetAction,
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
  'request-two-factor-reset': requestTwoFactorResetAction,
  'reset-two-factor': resetTwoFactorAction,
  'withdraw-two-factor-reset': withdrawTwoFactorResetAction,
  'change-role': changePersonRoleAction,
  delete: deleteUserAction,
}

const roleLabels: Readonly<Record<PersonRole, string>> = {
  'super-admin': 'Super-admin',
  support: 'Support',
  user: 'None',
}

interface DecisionFormProps {
  decision: DecisionName
  person: { id: string; email: string; role: string | null }
  handovers: HandoverDto[]
  constraints: Constraints
}

/** Asks for the reason and for anything else the decision needs. */
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
          hint="Leave empty to suspend until someone ends the suspension."
          type="date"
        />
      ) : null}
      {decision === 'change-role' ? (
        <SelectField name="role" label="Role" defaultValue={person.role ?? 'user'}>
          {personRoles.map((role) => (
            <option key={role} value={role}>
              {roleLabels[role]}
            </option>
          ))}
        </SelectField>
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
