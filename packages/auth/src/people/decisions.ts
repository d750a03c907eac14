import 'server-only'
import { verifyEmailOf as verify } from '@kit/db/people/access'
import { changeRoleOf as changeRole } from '@kit/db/people/change-role'
import type { Decision } from '@kit/db/people/decide'
import { deletePerson as remove } from '@kit/db/people/delete-person'
import type { Handovers } from '@kit/db/people/handover'
import {
  endSessionsOf as endSessions,
  type Notify,
  restorePerson as restore,
  suspendPerson as suspend,
} from '@kit/db/people/suspend'
import type { PersonRole } from '@kit/db/people/values'
import { confirmReset } from '@kit/db/two-factor-reset/confirm'
import { requestReset, withdrawReset } from '@kit/db/two-factor-reset/request'
import type { MailProps } from '@kit/mail/kinds'
import { queueAccountDecision, queueTwoFactorChange } from '../library/mail'

// Each function reports the decision by mail to the person, in the same transaction. It returns false when there is no such
// person, and passes on the ConflictErrors of the function it calls.

const telling =
  (
    decision: MailProps<'accountDecision'>['decision'],
    details: { until?: string; role?: string } = {},
  ): Notify =>
  (transaction, email) =>
    queueAccountDecision(transaction, email, { decision, ...details })

/** @param lastDay the last day of the suspension in UTC, as YYYY-MM-DD; without it, it lasts until someone ends it */
export async function suspendPerson(
  decision: Decision,
  { lastDay, newOwners }: Pick<Handovers, 'newOwners'> & { lastDay?: string },
): Promise<boolean> {
  const until = lastDay === undefined ? null : endOfDay(lastDay)
  const words = until?.toLocaleDateString('en-US', { dateStyle: 'long', timeZone: 'UTC' })
  return suspend(decision, { until, newOwners }, telling('suspended', { until: words }))
}

export const restorePerson = async (decision: Decision) => restore(decision, telling('restored'))

export const endSessionsOf = async (decision: Decision) => endSessions(decision, telling('signed-out'))

export const verifyEmailOf = async (decision: Decision) => verify(decision, telling('email-verified'))

export const changeRoleOf = async (decision: Decision, role: PersonRole) =>
  changeRole(decision, role, telling('role-changed', { role }))

export const requestTwoFactorResetOf = async (decision: Decision) =>
  requestReset(decision, telling('two-factor-reset-requested'))

export const withdrawTwoFactorResetOf = async (decision: Decision) =>
  withdrawReset(decision, telling('two-factor-reset-withdrawn'))

export const resetTwoFactorOf = async (decision: Decision) =>
  confirmReset(decision, async (transaction, email) =>
    queueTwoFactorChange(transaction, email, { change: 'reset' }),
  )

export const deletePerson = async (decision: Decision, typed: Handovers & { confirmation: string }) =>
  remove(decision, typed, telling('deleted'))

/** The last millisecond of a day in UTC. */
function endOfDay(day: string): Date {
  return new Date(`${day}T23:59:59.999Z`)
}
