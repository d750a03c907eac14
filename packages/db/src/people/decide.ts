import { asc, inArray, sql } from 'drizzle-orm'
import { isBanned } from '../accounts/ban'
import { lockMemberships } from '../accounts/lock-memberships'
import { user } from '../accounts/table'
import type { ColumnChange } from '../activity/table'
import { database } from '../connection/client'
import type { Transaction } from '../connection/client'
import { ConflictError } from '../connection/conflict-error'
import { holdSuperAdmins } from '../accounts/super-admins'

/** A decision: who decides what about which person, and why. */
export interface Decision {
  adminId: string
  /** The action's name. */
  action: string
  requestId: string
  userId: string
  reason: string
}

/** The person, locked until the transaction ends. */
export interface LockedPerson {
  id: string
  email: string
  emailVerified: boolean
  role: string | null
  isBanned: boolean
  banExpires: Date | null
}

/** What the decision changed, for the audit log. */
export type Changes = Record<string, ColumnChange>

/**
 * Runs a super-admin's decision about a person and records it with its reason, in one transaction. Decisions run one at a
 * time, and each checks again that its author is a super-admin, so if two demote each other at once, only one succeeds. Nobody
 * can decide about themselves, so there is always a super-admin.
 * @param authors the roles that may make this decision
 * @returns false, without changes, when there is no such person
 * @throws ConflictError NO_LONGER_ADMIN, OWN_ACCOUNT
 */
export async function decide(
  decision: Decision,
  work: (transaction: Transaction, person: LockedPerson) => Promise<Changes>,
  authors: readonly string[] = ['super-admin'],
): Promise<boolean> {
  const { adminId, userId, action, requestId, reason } = decision
  if (adminId === userId) throw new ConflictError('OWN_ACCOUNT')
  return database().transaction(async (transaction) => {
    await transaction.execute(sql`
      SELECT set_config('app.user_id', ${adminId}, true), set_config('app.action', ${action}, true),
        set_config('app.request_id', ${requestId}, true)`)
    await holdSuperAdmins(transaction)
    await lockMemberships(transaction, userId)
    const people = await lockPeople(transaction, [adminId, userId])
    const admin = people.find(({ id }) => id === adminId)
    if (!admin?.role || !authors.includes(admin.role) || admin.isBanned)
      throw new ConflictError('NO_LONGER_ADMIN')
    const person = people.find(({ id }) => id === userId)
    if (!person) return false
    const changes = await work(transaction, person)
    await transaction.execute(
      sql`SELECT record_decision(${userId}::uuid, ${JSON.stringify({ ...changes, reason: { new: reason } })}::text::jsonb)`,
    )
    return true
  })
}

/** Always locked in the same order, or two decisions about each other's authors could deadlock. */
async function lockPeople(transaction: Transaction, ids: string[]): Promise<LockedPerson[]> {
  return transaction
    .select({
      id: user.id,
      email: user.email,
      emailVerified: user.emailVerified,
      role: user.role,
      isBanned: isBanned(user),
      banExpires: user.banExpires,
    })
    .from(user)
    .where(inArray(user.id, ids))
    .orderBy(asc(user.id))
    .for('update')
}
