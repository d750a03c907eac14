import { eq } from 'drizzle-orm'
import { attribute } from '../activity/attribute'
import { database } from '../connection/client'
import type { Transaction } from '../connection/client'
import { ConflictError } from '../connection/conflict-error'
import { handOverClosed } from '../people/handover'
import { recordAccountChange } from './account-changes'
import { lockMemberships } from './lock-memberships'
import { revokeLinks } from './mailed-links'
import { dropSignInLinks } from '../sign-in/sign-in-links'
import { listSoleOwnerships } from './sole-ownerships'
import { hasOtherSuperAdmin, holdSuperAdmins, isSuperAdmin } from './super-admins'
import { user } from './table'

/**
 * Deletes a user with their sessions, password and memberships. What they created in organizations and their audit
 * events stay. Nothing can be changed in a closed organization, so ownership of it passes on by itself.
 * @param whenDeleted runs in the same transaction
 * @returns false when there is no such user, including after losing a race
 * @throws ConflictError LAST_OWNER_OF, LAST_SUPER_ADMIN
 */
export async function deleteUser(
  userId: string,
  requestId: string,
  whenDeleted: (transaction: Transaction) => Promise<void> = async () => {},
): Promise<boolean> {
  return database().transaction(async (transaction) => {
    await attribute(transaction, { userId, action: 'account.delete', requestId })
    const holdsAdmins = await isSuperAdmin(transaction, userId)
    if (holdsAdmins) await holdSuperAdmins(transaction)
    await lockMemberships(transaction, userId)
    // From here on the user can't join an organization, because a membership needs this row.
    const one = transaction.select({ id: user.id, role: user.role }).from(user).where(eq(user.id, userId))
    const [found] = await one.for('update')
    if (!found) return false
    // Someone who became a super-admin only just now hasn't locked the other super-admins.
    if (found.role === 'super-admin' && !(holdsAdmins && (await hasOtherSuperAdmin(transaction, userId))))
      throw new ConflictError('LAST_SUPER_ADMIN')
    await revokeLinks(transaction, userId)
    await dropSignInLinks(transaction, userId)
    await handOverClosed(transaction, userId)
    // The locks keep this result valid until the commit.
    const [first, ...others] = await listSoleOwnerships(userId, transaction)
    if (first) throw new ConflictError('LAST_OWNER_OF', { name: first.name, others: others.length })
    await transaction.delete(user).where(eq(user.id, userId))
    await recordAccountChange(
      transaction,
      { userId, action: 'account.delete', requestId },
      { deleted: { new: true } },
    )
    await whenDeleted(transaction)
    return true
  })
}
