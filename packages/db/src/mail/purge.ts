import { sql } from 'drizzle-orm'
import type { WorkerDb } from '../connection/worker-connections'

/**
 * Removes what has expired: sessions, links, counters, spent captchas, old refusals and settled mail, at most 1000 of each, and
 * organizations whose deletion is due, at most 5.
 * @param auditDays removes audit events older than this, at least 30 days; undefined keeps all
 * @returns how many rows of each table
 */
export async function purgeExpired(db: WorkerDb, auditDays?: number): Promise<Record<string, number>> {
  const [row] = await db.execute<{ removed: Record<string, number> }>(
    sql`SELECT purge_expired(${auditDays ?? null}::integer)
      || jsonb_build_object('organization', delete_due_organizations()) AS removed`,
  )
  return row?.removed ?? {}
}
