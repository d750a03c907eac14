import { sql } from 'drizzle-orm'
import type { WorkerDb } from '../connection/worker-connections'

/**
 * Removes what has expired: sessions, links, counters, spent captchas, old refusals and settled mail, at most 1000 of each.
 * @param auditDays removes audit events older than this, at least 30 days; undefined keeps all
 * @returns how many rows of each table; nothing while another process does the same
 */
export async function purgeExpired(db: WorkerDb, auditDays?: number): Promise<Record<string, number>> {
  const [row] = await db.execute<{ removed: Record<string, number> }>(
    sql`SELECT purge_expired(${auditDays ?? null}::integer) AS removed`,
  )
  return row?.removed ?? {}
}
