import { and, asc, eq, inArray, ne, notExists, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { attribute } from '../activity/attribute'
import { database } from '../connection/client'
import type { Transaction } from '../connection/client'
import { ConflictError } from '../connection/conflict-error'
import { revokeLinks } from './mailed-links'
import { dropSignInLinks } from './sign-in-links'
import { user } from './table'
import { member } from '../members/table'
import { organization } from '../organizations/table'

/**
 * Deletes a user with their sessions, password and memberships. What they created in organizations and their audit
 * events stay.
 * @param whenDeleted runs in the same transaction
 * @returns false when there is no such user, also after losing a race
 * @throws ConflictError LAST_OWNER_OF
 */
export async function deleteUser(
  userId: string,
  requestId: string,
  whenDeleted: (transaction: Transaction) => Promise<void> = async () => {},
): Promise<boolean> {
  return database().transaction(async (transaction) => {
    await attribute(transaction, { userId, action: 'account.delete', requestId })
    await lockMemberships(transaction, userId)
    // From here on the user can't join an organization, because a membership needs this row.
    const one = transaction.select({ id: user.id }).from(user).where(eq(user.id, userId))
    const [found] = await one.for('update')
    if (!found) return false
    await revokeLinks(transaction, userId)
    await dropSignInLinks(transaction, userId)
    const names = await soleOwnerships(transaction, userId)
    const [name, ...others] = names
    if (name !== undefined) throw new ConflictError('LAST_OWNER_OF', { name, others: others.length })
    await transaction.delete(user).where(eq(user.id, userId))
    await whenDeleted(transaction)
    return true
  })
}

/**
 * Locks the organizations before the memberships, like everything that changes members (`withExclusiveTenant`); another
 * order could deadlock. Waits for what this user is writing in them.
 */
async function lockMemberships(transaction: Transaction, userId: string): Promise<void> {
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

/** Returns the names of the organizations that only this user owns. The locks keep the answer true. */
async function soleOwnerships(transaction: Transaction, userId: string): Promise<string[]> {
  const other = alias(member, 'other_owner')
  const rows = await transaction
    .select({ name: organization.name })
    .from(member)
    .innerJoin(organization, eq(organization.id, member.organizationId))
    .where(
      and(
        eq(member.userId, userId),
        eq(member.role, 'owner'),
        notExists(
          transaction
            .select({ id: other.id })
            .from(other)
            .where(
              and(
                eq(other.organizationId, member.organizationId),
                eq(other.role, 'owner'),
                ne(other.id, member.id),
              ),
            ),
        ),
      ),
    )
    .orderBy(asc(organization.id))
  return rows.map(({ name }) => name)
}
