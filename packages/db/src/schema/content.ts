import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'

const titles = new WeakMap<PgTable, PgColumn | undefined>()

/**
 * Declares that the table's rows are part of an organization: they are counted when it is deleted, and the activity page
 * names them by `title`.
 */
export function asContent<Table extends PgTable>(table: Table, title?: PgColumn): Table {
  titles.set(table, title)
  return table
}

export function isContent(table: PgTable): boolean {
  return titles.has(table)
}

/** What the activity page calls a row of this table, if anything. */
export function titleOf(table: PgTable): PgColumn | undefined {
  return titles.get(table)
}
