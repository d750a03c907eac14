import { and, eq, isNotNull, sql } from 'drizzle-orm'
import type { SQL, SQLWrapper } from 'drizzle-orm'
import { database } from '../connection/client'
import { twoFactor } from './table'

/** The condition that a user has two-factor authentication on. */
export const hasTwoFactorOn = (userId: SQLWrapper): SQL<boolean> =>
  sql<boolean>`EXISTS (SELECT FROM ${twoFactor} WHERE ${twoFactor.userId} = ${userId} AND ${twoFactor.enabledAt} IS NOT NULL)`

/** Whether the user has two-factor authentication on. */
export async function hasTwoFactor(userId: string): Promise<boolean> {
  const [found] = await database()
    .select({ userId: twoFactor.userId })
    .from(twoFactor)
    .where(and(eq(twoFactor.userId, userId), isNotNull(twoFactor.enabledAt)))
  return found !== undefined
}
