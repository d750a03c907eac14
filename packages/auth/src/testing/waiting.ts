import { sql } from 'drizzle-orm'
import { database } from '@kit/db/connection/client'

/** Resolves once this many transactions wait for a lock, so the test's next step happens while they wait. */
export async function untilWaiting(transactions = 1): Promise<void> {
  const waiting = sql`SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
  while ((await database().execute(waiting)).length < transactions);
}
