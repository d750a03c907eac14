import { asc, eq, sql } from 'drizzle-orm'
import { assertSuperAdmin, holdSuperAdmins } from '../accounts/super-admins'
import { database } from '../connection/client'
import type { Transaction } from '../connection/client'
import { member } from '../members/table'
import { organization } from '../organizations/table'

/** A decision: who decides what about which organization, and why. */
export interface OrganizationDecision {
  adminId: string
  /** The action's name. */
  action: string
  requestId: string
  organizationId: string
  /** Recorded with the change. The organization's members can read it. */
  reason: string
}

/** The organization, locked until the transaction ends. */
export interface LockedOrganization {
  id: string
  slug: string
  name: string
  suspendedAt: Date | null
  deletedFrom: Date | null
}

/**
 * Runs a super-admin's decision about an organization in one transaction. The audit trigger records the change with its
 * reason. It waits for the writes that are running in the organization, and later ones see the decision. Decisions run one at
 * a time, and each checks again that its author is a super-admin.
 * @returns false, without changes, when there is no such organization
 * @throws ConflictError NO_LONGER_ADMIN
 */
export async function decideAboutOrganization(
  { adminId, organizationId, action, requestId, reason }: OrganizationDecision,
  work: (transaction: Transaction, found: LockedOrganization) => Promise<void>,
): Promise<boolean> {
  return database().transaction(async (transaction) => {
    await transaction.execute(sql`
      SELECT set_config('app.user_id', ${adminId}, true), set_config('app.action', ${action}, true),
        set_config('app.request_id', ${requestId}, true), set_config('app.reason', ${reason}, true)`)
    await holdSuperAdmins(transaction)
    const found = await lockOrganization(transaction, organizationId)
    await assertSuperAdmin(transaction, adminId)
    if (!found) return false
    await work(transaction, found)
    return true
  })
}

/** Locks the organization before its members, like everything that changes either (`withExclusiveTenant`). */
async function lockOrganization(
  transaction: Transaction,
  id: string,
): Promise<LockedOrganization | undefined> {
  const [found] = await transaction
    .select({
      id: organization.id,
      slug: organization.slug,
      name: organization.name,
      suspendedAt: organization.suspendedAt,
      deletedFrom: organization.deletedFrom,
    })
    .from(organization)
    .where(eq(organization.id, id))
    .for('no key update')
  // A scope that may write holds its member until it ends.
  await transaction
    .select({ id: member.id })
    .from(member)
    .where(eq(member.organizationId, id))
    .orderBy(asc(member.id))
    .for('no key update')
  return found
}
