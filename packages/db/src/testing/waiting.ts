import type postgres from 'postgres'

/**
 * Resolves once this many sessions of the database wait for a lock, so the test's next step happens while they wait.
 */
export async function untilWaiting(owner: postgres.Sql, sessions = 1): Promise<void> {
  for (;;) {
    const [row] = await owner<{ waiting: number }[]>`
      SELECT count(*)::int AS waiting FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock'`
    if (row && row.waiting >= sessions) return
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
