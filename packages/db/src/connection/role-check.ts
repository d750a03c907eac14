import { connectOnce } from './connect'
import { appliedMigrations } from '../migrations/applied-migrations'
import { migrationTimes } from '../migrations/migration-times'

/** The role could see every organization's rows. `message` is one line. */
export class UnsafeRoleError extends Error {
  override name = 'UnsafeRoleError'
}

/** The database lacks migrations of this version. `message` is one line. */
export class PendingMigrationsError extends Error {
  override name = 'PendingMigrationsError'
}

/**
 * Checks that the login role can't escape row-level security.
 * @throws UnsafeRoleError when it is a superuser, bypasses row-level security, or can become a role that does
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
      ? `DATABASE_URL: the role "${login}" ${fault}. Give the app its own role.`
      : `DATABASE_URL: the role "${login}" can become "${role}", which ${fault}. Give the app its own role.`,
  )
}

/**
 * Checks that every migration has run.
 * @throws PendingMigrationsError; IncompatibleDatabaseError
 */
export async function assertMigrated(url: string): Promise<void> {
  const done = await connectOnce(url, appliedMigrations)
  const pending = migrationTimes.filter((time) => !done.has(time)).length
  if (pending > 0) {
    throw new PendingMigrationsError(`The database lacks ${pending} migration(s). Run "pnpm db:migrate".`)
  }
}
