import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { isUuid } from './uuid'

/** The last row of a page that lists newest first. */
export interface Position {
  at: string
  id: string
}

export function encodePosition({ at, id }: Position): string {
  return `${at}_${id}`
}

/**
 * Returns the condition for rows older than the cursor's. The cursor comes from a URL and is not signed, because it can
 * only name a position among rows the reader may see.
 * @returns a condition that is always true for an invalid cursor, which gives the first page
 */
export function olderThan(cursor: string | undefined, at: SQL, id: SQL): SQL {
  const [instant = '', row] = (cursor ?? '').split('_')
  if (!isInstant(instant) || !isUuid(row)) return sql`true`
  // Both conditions, so any index can start at the cursor.
  return sql`${at} <= ${instant}::timestamptz AND (${at}, ${id}) < (${instant}::timestamptz, ${row}::uuid)`
}

/**
 * Returns the opposite condition, for the rows down to the cursor's.
 * @returns a condition that is always false for an invalid cursor: no row comes before the first page
 */
export function notOlderThan(cursor: string | undefined, at: SQL, id: SQL): SQL {
  const [instant = '', row] = (cursor ?? '').split('_')
  if (!isInstant(instant) || !isUuid(row)) return sql`false`
  return sql`(${at}, ${id}) >= (${instant}::timestamptz, ${row}::uuid)`
}

function isInstant(text: string): boolean {
  const date = new Date(text)
  return !Number.isNaN(date.getTime()) && date.toISOString() === text && text > '0001'
}
