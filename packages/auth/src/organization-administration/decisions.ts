import 'server-only'
import {
  cancelDeletion as cancel,
  type NotifyOwners,
  restoreOrganization as restore,
  scheduleDeletion as schedule,
  suspendOrganization as suspend,
} from '@kit/db/organization-administration/closing'
import type { OrganizationDecision } from '@kit/db/organization-administration/decide'
import type { MailProps } from '@kit/mail/kinds'
import { queueOrganizationDecision } from '../library/mail'

// Each function reports the decision by mail to the owners, in the same transaction. It returns false when there is no such
// organization, and passes on the ConflictErrors of the function it calls.

const telling =
  (decision: MailProps<'organizationDecision'>['decision']): NotifyOwners =>
  (transaction, { owners, deletedFrom, ...of }) =>
    queueOrganizationDecision(transaction, owners, {
      ...of,
      decision,
      until: deletedFrom?.toLocaleDateString('en-US', { dateStyle: 'long', timeZone: 'UTC' }),
    })

export const suspendOrganization = async (decision: OrganizationDecision) =>
  suspend(decision, telling('suspended'))

export const restoreOrganization = async (decision: OrganizationDecision) =>
  restore(decision, telling('restored'))

export const scheduleDeletion = async (decision: OrganizationDecision, confirmation: string) =>
  schedule(decision, confirmation, telling('deletion-scheduled'))

export const cancelDeletion = async (decision: OrganizationDecision) =>
  cancel(decision, telling('deletion-canceled'))
