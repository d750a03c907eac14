import { and, asc, eq, not, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { isBanned } from '../accounts/ban'
import { user } from '../accounts/table'
import { database } from '../connection/client'
import type { Transaction } from '../connection/client'
import { twoFactorReset } from './table'

const LISTED = 50

const requester = alias(user, 'requester')

const isOver = sql<boolean>`${twoFactorReset.expiresAt} <= now()`

/** Its author was demoted or suspended since. */
const isVoid = sql<boolean>`(${requester.role} IS DISTINCT FROM 'super-admin' OR ${isBanned(requester)})`

const isPending = and(not(isOver), not(isVoid))

/** Returns the request about a person, or undefined. It can be confirmed unless it is over or void. */
export async function readReset(userId: string, db: Pick<Transaction, 'select'> = database()) {
  const [found] = await db
    .select({
      requestedBy: { id: requester.id, name: requester.name },
      reason: twoFactorReset.reason,
      expiresAt: twoFactorReset.expiresAt,
      isOver,
      isVoid,
    })
    .from(twoFactorReset)
    .innerJoin(requester, eq(requester.id, twoFactorReset.requestedBy))
    .where(eq(twoFactorReset.userId, userId))
  return found
}

/** Returns the pending requests, the first to expire first. */
export async function listPendingResets() {
  return database()
    .select({
      id: user.id,
      name: user.name,
      email: user.email,
      requestedBy: requester.name,
      expiresAt: twoFactorReset.expiresAt,
    })
    .from(twoFactorReset)
    .innerJoin(user, eq(user.id, twoFactorReset.userId))
    .innerJoin(requester, eq(requester.id, twoFactorReset.requestedBy))
    .where(isPending)
    .orderBy(asc(twoFactorReset.expiresAt), asc(user.id))
    .limit(LISTED)
}

/** Withdraws every request of a super-admin who loses their role or is suspended. */
export async function withdrawResetsOf(transaction: Transaction, adminId: string): Promise<void> {
  await transaction.delete(twoFactorReset).where(eq(twoFactorReset.requestedBy, adminId))
}
