import type postgres from 'postgres'
import { migrationTimes } from './migration-times'

/** The migrations that this database has run are not the ones of this version. `message` is one line. */
export class IncompatibleDatabaseError extends Error {
  override name = 'IncompatibleDatabaseError'
  override message =
    'This database was created by an earlier version of Gatehouse and cannot be upgraded; use an empty one (in development, delete .gatehouse/postgres), then run "pnpm db:migrate".'
}

/**
 * The times of the migrations that have run. Unknown ones that are newer than ours are fine: a later version of the app
 * shares the database while it is rolled out.
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
