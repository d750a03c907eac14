import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { isUuid } from './uuid'

/** The last row of a page, newest first. */
export interface Position {
  at: string
  id: string
}

export function encodePosition({ at, id }: Position): string {
  return `${at}_${id}`
}

/**
 * Everything that is older than the row a cursor names. It came through a URL and is not signed: it can only ever name
 * a place among the rows that its reader may see.
 * @returns nothing for any text that is no position, which gives the first page
 */
export function olderThan(cursor: string | undefined, at: SQL, id: SQL): SQL {
  const [instant = '', row] = (cursor ?? '').split('_')
  if (!isInstant(instant) || !isUuid(row)) return sql`true`
  // Said twice: whichever index is read, it is read from there on.
  return sql`${at} <= ${instant}::timestamptz AND (${at}, ${id}) < (${instant}::timestamptz, ${row}::uuid)`
}

function isInstant(text: string): boolean {
  const date = new Date(text)
  return !Number.isNaN(date.getTime()) && date.toISOString() === text && text > '0001'
}
