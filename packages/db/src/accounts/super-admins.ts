import { and, eq, ne, not, sql } from 'drizzle-orm'
import type { Transaction } from '../connection/client'
import { ConflictError } from '../connection/conflict-error'
import { isBanned } from './ban'
import { user } from './table'

const superAdmin = eq(user.role, 'super-admin')

/**
 * Waits until no other transaction adds or removes super-admins, and makes others wait until this one ends. Call it before
 * locking any row.
 */
export async function holdSuperAdmins(transaction: Transaction): Promise<void> {
  await transaction.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended('super-admins', 0))`)
}

/** Whether a user is a super-admin. */
export async function isSuperAdmin(transaction: Transaction, userId: string): Promise<boolean> {
  const [found] = await transaction
    .select({ id: user.id })
    .from(user)
    .where(and(eq(user.id, userId), superAdmin))
  return found !== undefined
}

/** Whether there is a super-admin besides this user who isn't suspended. */
export async function hasOtherSuperAdmin(transaction: Transaction, userId: string): Promise<boolean> {
  const [found] = await transaction
    .select({ id: user.id })
    .from(user)
    .where(and(ne(user.id, userId), superAdmin, not(isBanned(user))))
    .limit(1)
  return found !== undefined
}

/**
 * Checks that a user is still a super-admin who isn't suspended, until the transaction ends.
 * @throws ConflictError NO_LONGER_ADMIN
 */
export async function assertSuperAdmin(transaction: Transaction, userId: string): Promise<void> {
  const [admin] = await transaction
    .select({ role: user.role, isBanned: isBanned(user) })
    .from(user)
    .where(eq(user.id, userId))
    .for('share')
  if (admin?.role !== 'super-admin' || admin.isBanned) throw new ConflictError('NO_LONGER_ADMIN')
}
