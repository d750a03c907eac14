import { eq, getTableName, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import { containing } from './like-pattern'
import type { TenantDb } from '../tenancy/tenant'

/** A condition on the ID that is true for all matches of a search. Undefined if there are too many to list. */
export type Matches = SQL | undefined

/**
 * Looks a search up in a table's index (`make_searchable` in drizzle/0017_search.sql). Use the result in addition to the
 * search's own condition, never instead of it.
 */
export async function findMatches(
  db: TenantDb,
  table: PgTable & { id: PgColumn },
  search: string | undefined,
): Promise<Matches> {
  if (!search) return undefined
  const [row] = await db.execute<{ ids: string[] | null }>(
    sql`SELECT matching_ids(${getTableName(table)}, ${containing(search)}) AS ids`,
  )
  if (!row?.ids) return undefined
  // One parameter, so the statement is the same however many are found.
  return eq(table.id, sql`ANY (${`{${row.ids.join(',')}}`}::uuid[])`)
}
