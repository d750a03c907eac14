import { readMigrationFiles } from 'drizzle-orm/migrator'
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'

export const migrationsFolder = fileURLToPath(new URL('../../drizzle', import.meta.url))

/**
 * One hash over all migrations: two databases with the same have the same tables. Short, because it stands in the name
 * of a database, of which Postgres keeps 63 characters and no more.
 */
export function migrationsHash(): string {
  const hash = createHash('sha256')
  for (const migration of readMigrationFiles({ migrationsFolder })) hash.update(migration.hash)
  return hash.digest('hex').slice(0, 16)
}
