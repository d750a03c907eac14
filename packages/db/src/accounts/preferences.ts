import { and, eq, sql } from 'drizzle-orm'
import { database, type Transaction } from '../connection/client'
import { user } from './table'

/** How a person wants dates and numbers formatted. Null means the browser's setting. */
export interface Preferences {
  /** A BCP 47 tag. */
  locale: string | null
  /** An IANA name. */
  timeZone: string | null
}

/** Returns a user's preferences, for mail. Pages get them with the session. */
export async function readPreferences(db: Pick<Transaction, 'select'>, userId: string): Promise<Preferences> {
  const [found] = await db
    .select({ locale: user.locale, timeZone: user.timeZone })
    .from(user)
    .where(eq(user.id, userId))
  return found ?? { locale: null, timeZone: null }
}

/**
 * Writes nothing if nothing changed.
 * @returns false, without changes, when the stored preferences are no longer those of `current`
 */
export async function updatePreferences(
  current: Preferences & { id: string },
  changes: Partial<Preferences>,
): Promise<boolean> {
  if (Object.keys(changes).length === 0) return true
  const { count } = await database()
    .update(user)
    .set(changes)
    .where(
      and(
        eq(user.id, current.id),
        sql`${user.locale} IS NOT DISTINCT FROM ${current.locale}`,
        sql`${user.timeZone} IS NOT DISTINCT FROM ${current.timeZone}`,
      ),
    )
  return count === 1
}
