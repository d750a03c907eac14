import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { TenantDb } from '../tenancy/tenant'

/** Rows are counted up to this number. Beyond it, the planner's estimate is as useful and costs nothing. */
export const COUNTED = 1000

/** Where a page is in its list. */
export interface ListRange {
  /** The number of the page's first row, from 1; null beyond the counted rows. */
  first: number | null
  total: number
  /** Whether `total` is an estimate. */
  isEstimate: boolean
}

/** How many rows a query without columns finds, as one value for use in another statement: at most one more than `COUNTED`. */
export function countOf(rows: SQL): SQL<number> {
  return sql<number>`(SELECT count(*)::int FROM (${rows} LIMIT 1001) AS counted)`
}

/**
 * Returns the range of a page.
 * @param counted from `countOf`: all rows, or null if only this page was read, and those before the page
 * @param rows the same query, to estimate how many rows it finds if there are too many to count
 */
export async function rangeOf(
  db: TenantDb,
  counted: { total: number | null; before: number },
  page: { length: number; rows: SQL },
): Promise<ListRange> {
  const { before } = counted
  const end = before + page.length
  const isCounted = counted.total === null || counted.total <= COUNTED
  return {
    first: before > COUNTED ? null : before + 1,
    // Rows can be added or deleted between two counts.
    total: isCounted
      ? Math.max(counted.total ?? 0, end)
      : Math.max(await estimate(db, page.rows), COUNTED + 1),
    isEstimate: !isCounted,
  }
}

async function estimate(db: TenantDb, rows: SQL): Promise<number> {
  const [found] = await db.execute<{ 'QUERY PLAN': { Plan: { 'Plan Rows': number } }[] }>(
    sql`EXPLAIN (FORMAT JSON) ${rows}`,
  )
  return found?.['QUERY PLAN'][0]?.Plan['Plan Rows'] ?? 0
}
