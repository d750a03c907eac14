import { eq, sql } from 'drizzle-orm'
import type { Transaction } from '../connection/client'
import { ConflictError } from '../connection/conflict-error'
import { user } from '../accounts/table'
import { member } from '../members/table'
import { organization } from '../organizations/table'
import { decideAboutOrganization } from './decide'
import type { LockedOrganization, OrganizationDecision } from './decide'
import { organizationDecisionBounds } from './values'

/** Queues mail to the owners in the transaction of the decision. `deletedFrom` is set for a deletion. */
export type NotifyOwners = (
  transaction: Transaction,
  told: { name: string; slug: string; owners: string[]; deletedFrom?: Date },
) => Promise<void>

// Each function returns false when there is no such organization, and throws what `decideAboutOrganization` throws.

/**
 * Suspends an organization: members can read it and see the reason, and nobody can change it.
 * @throws ConflictError ALREADY_DONE
 */
export async function suspendOrganization(
  decision: OrganizationDecision,
  notify: NotifyOwners,
): Promise<boolean> {
  return decideAboutOrganization(decision, async (transaction, found) => {
    if (found.suspendedAt) throw new ConflictError('ALREADY_DONE')
    await transaction
      .update(organization)
      .set({ suspendedAt: sql`now()`, suspendedBecause: decision.reason })
      .where(eq(organization.id, found.id))
    await tell(transaction, found, notify)
  })
}

/** @throws ConflictError ALREADY_DONE when it is not suspended */
export async function restoreOrganization(
  decision: OrganizationDecision,
  notify: NotifyOwners,
): Promise<boolean> {
  return decideAboutOrganization(decision, async (transaction, found) => {
    if (!found.suspendedAt) throw new ConflictError('ALREADY_DONE')
    await transaction
      .update(organization)
      .set({ suspendedAt: null, suspendedBecause: null })
      .where(eq(organization.id, found.id))
    await tell(transaction, found, notify)
  })
}

/**
 * Has the worker delete an organization in 30 days. Until then nobody can change it, and its slug stays taken.
 * @param confirmation its slug, typed by the super-admin
 * @throws ConflictError NOT_ITS_SLUG, ALREADY_DONE
 */
export async function scheduleDeletion(
  decision: OrganizationDecision,
  confirmation: string,
  notify: NotifyOwners,
): Promise<boolean> {
  return decideAboutOrganization(decision, async (transaction, found) => {
    if (confirmation.trim() !== found.slug) throw new ConflictError('NOT_ITS_SLUG')
    if (found.deletedFrom) throw new ConflictError('ALREADY_DONE')
    const [scheduled] = await transaction
      .update(organization)
      .set({ deletedFrom: sql`now() + make_interval(days => ${organizationDecisionBounds.graceDays})` })
      .where(eq(organization.id, found.id))
      .returning({ deletedFrom: organization.deletedFrom })
    await tell(transaction, found, notify, scheduled?.deletedFrom ?? undefined)
  })
}

/** @throws ConflictError ALREADY_DONE when it is not going to be deleted */
export async function cancelDeletion(decision: OrganizationDecision, notify: NotifyOwners): Promise<boolean> {
  return decideAboutOrganization(decision, async (transaction, found) => {
    if (!found.deletedFrom) throw new ConflictError('ALREADY_DONE')
    await transaction.update(organization).set({ deletedFrom: null }).where(eq(organization.id, found.id))
    await tell(transaction, found, notify)
  })
}

async function tell(
  transaction: Transaction,
  { id, name, slug }: LockedOrganization,
  notify: NotifyOwners,
  deletedFrom?: Date,
): Promise<void> {
  const owners = await transaction
    .select({ email: user.email })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .where(sql`${member.organizationId} = ${id} AND ${member.role} = 'owner'`)
    .orderBy(user.email)
  const told = { name, slug, owners: owners.map(({ email }) => email) }
  if (told.owners.length > 0) await notify(transaction, deletedFrom ? { ...told, deletedFrom } : told)
}
