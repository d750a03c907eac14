import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'

const titles = new WeakMap<PgTable, PgColumn | undefined>()

/**
 * Marks a table whose rows belong to an organization: they are counted when it is deleted, and the activity page shows
 * their `title`.
 */
export function asContent<Table extends PgTable>(table: Table, title?: PgColumn): Table {
  titles.set(table, title)
  return table
}

export function isContent(table: PgTable): boolean {
  return titles.has(table)
}

/** Returns the column that the activity page shows for a row of this table, if any. */
export function titleOf(table: PgTable): PgColumn | undefined {
  return titles.get(table)
}
