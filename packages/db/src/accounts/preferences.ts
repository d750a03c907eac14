import { and, eq, sql } from 'drizzle-orm'
import type { ColumnChange } from '../activity/table'
import { database, type Transaction } from '../connection/client'
import { recordAccountChange } from './account-changes'
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
 * @returns false, without changes, when the stored preferences no longer match `current`
 */
export async function updatePreferences(
  current: Preferences & { id: string },
  changes: Partial<Preferences>,
  requestId: string,
): Promise<boolean> {
  if (Object.keys(changes).length === 0) return true
  return database().transaction(async (transaction) => {
    const { count } = await transaction
      .update(user)
      .set(changes)
      .where(
        and(
          eq(user.id, current.id),
          sql`${user.locale} IS NOT DISTINCT FROM ${current.locale}`,
          sql`${user.timeZone} IS NOT DISTINCT FROM ${current.timeZone}`,
        ),
      )
    if (count === 0) return false
    const change = { userId: current.id, action: 'account.updatePreferences', requestId }
    await recordAccountChange(transaction, change, recordOf(current, changes))
    return true
  })
}

/** The changed values, by column. A side without a value is left out. */
function recordOf(current: Preferences, changes: Partial<Preferences>): Record<string, ColumnChange> {
  const change = (key: keyof Preferences) => ({
    ...(current[key] !== null && { old: current[key] }),
    ...(typeof changes[key] === 'string' && { new: changes[key] }),
  })
  return {
    ...(changes.locale !== undefined && { locale: change('locale') }),
    ...(changes.timeZone !== undefined && { time_zone: change('timeZone') }),
  }
}
