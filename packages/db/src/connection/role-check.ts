import { connectOnce } from './connect'
import { appliedMigrations } from '../migrations/applied-migrations'
import { migrationTimes } from '../migrations/migration-times'

/** The role could see every organization's rows. `message` is one line. */
export class UnsafeRoleError extends Error {
  override name = 'UnsafeRoleError'
}

/** The database is not what this version of the app was written for. `message` is one line. */
export class PendingMigrationsError extends Error {
  override name = 'PendingMigrationsError'
}

/**
 * Demands a login role that row-level security binds and that has no way out of it.
 * @throws UnsafeRoleError when it is a superuser, bypasses row-level security, or may become a role that does
 */
export async function assertRestrictedRole(url: string): Promise<void> {
  const [unsafe] = await connectOnce(
    url,
    (client) => client<{ role: string; login: string; superuser: boolean }[]>`
      SELECT rolname AS role, current_user AS login, rolsuper AS superuser
      FROM pg_roles WHERE (rolsuper OR rolbypassrls) AND pg_has_role(current_user, oid, 'MEMBER')
      ORDER BY rolname = current_user DESC LIMIT 1`,
  )
  if (!unsafe) return
  const { role, login, superuser } = unsafe
  const fault = superuser ? 'is a superuser' : 'bypasses row-level security'
  throw new UnsafeRoleError(
    role === login
      ? `DATABASE_URL: the role "${login}" ${fault}; give the app a role of its own.`
      : `DATABASE_URL: the role "${login}" may become "${role}", which ${fault}; give the app a role of its own.`,
  )
}

/**
 * Demands that every migration has run.
 * @throws PendingMigrationsError; IncompatibleDatabaseError
 */
export async function assertMigrated(url: string): Promise<void> {
  const done = await connectOnce(url, appliedMigrations)
  const pending = migrationTimes.filter((time) => !done.has(time)).length
  if (pending > 0) {
    throw new PendingMigrationsError(`The database lacks ${pending} migration(s); run "pnpm db:migrate".`)
  }
}
