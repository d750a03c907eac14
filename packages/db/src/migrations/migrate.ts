import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator'
import { drizzle } from 'drizzle-orm/postgres-js'
import { connectOnce } from '../connection/connect'
import { appliedMigrations } from './applied-migrations'
import { migrationsFolder } from './migrations'

// An arbitrary number that nothing else in the database locks.
const LOCK = 4_711_000_001

/**
 * Applies pending migrations and grants the app's login role access. A parallel call waits and then has nothing to do.
 * Needs Postgres 16 or later, and a role that owns the database and may create roles.
 * @throws IncompatibleDatabaseError
 * @param url connects as the role that will own the tables
 * @param options.appRole the app's login role; defaults to the role in `url`
 */
export async function migrate(url: string, options: { appRole?: string } = {}): Promise<void> {
  await connectOnce(url, async (client) => {
    await client`SELECT pg_advisory_lock(${LOCK})`
    await appliedMigrations(client)
    await applyMigrations(drizzle(client), { migrationsFolder })
    await client`GRANT USAGE ON SCHEMA drizzle TO gatehouse_app`
    await client`GRANT SELECT ON drizzle.__drizzle_migrations TO gatehouse_app`
    const [role] = await client<{ name: string; admitted: boolean }[]>`
      SELECT rolname AS name, pg_has_role(rolname, 'gatehouse_app', 'USAGE') AS admitted
      FROM pg_roles WHERE rolname = coalesce(${options.appRole ?? null}, current_user)`
    if (!role) throw new Error(`There is no database role ${options.appRole}.`)
    if (!role.admitted) await client`GRANT gatehouse_app TO ${client(role.name)}`
  })
}
