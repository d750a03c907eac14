import type postgres from 'postgres'
import { migrationTimes } from './migration-times'

/** This database has run other migrations than this version's. `message` is one line. */
export class IncompatibleDatabaseError extends Error {
  override name = 'IncompatibleDatabaseError'
  override message =
    'This database was created by an earlier version of Gatehouse and cannot be upgraded. Use an empty one (in development, delete .gatehouse/postgres), then run "pnpm db:migrate".'
}

/**
 * Returns the times of the applied migrations. Unknown newer ones are fine, because a newer version of the app may share
 * the database during a rollout.
 * @throws IncompatibleDatabaseError when one is older than our first
 */
export async function appliedMigrations(client: postgres.Sql): Promise<Set<number>> {
  const [table] = await client<
    { name: string | null }[]
  >`SELECT to_regclass('drizzle.__drizzle_migrations') AS name`
  if (!table?.name) return new Set()
  const rows = await client<{ time: string }[]>`SELECT created_at AS time FROM drizzle.__drizzle_migrations`
  const times = rows.map((row) => Number(row.time))
  const [first = 0] = migrationTimes
  if (times.some((time) => time < first)) throw new IncompatibleDatabaseError()
  return new Set(times)
}
