import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Transaction } from '../connection/client'
import { member } from '../members/table'
import { organization } from '../organizations/table'

/**
 * Locks the organizations before the memberships, like everything that changes members (`withExclusiveTenant`); another
 * order could deadlock. Waits for this user's open writes in them.
 */
export async function lockMemberships(transaction: Transaction, userId: string): Promise<void> {
  const theirs = transaction
    .select({ id: member.organizationId })
    .from(member)
    .where(eq(member.userId, userId))
  const held = transaction
    .$with('held')
    .as(
      transaction
        .select({ id: organization.id })
        .from(organization)
        .where(inArray(organization.id, theirs))
        .orderBy(asc(organization.id))
        .for('no key update'),
    )
  await transaction
    .with(held)
    .select({ id: member.id })
    .from(held)
    .innerJoin(member, and(eq(member.organizationId, held.id), eq(member.userId, userId)))
    .for('update', { of: member })
}
