import { readMigrationFiles } from 'drizzle-orm/migrator'
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'

export const migrationsFolder = fileURLToPath(new URL('../../drizzle', import.meta.url))

/**
 * Returns a hash of all migrations: databases with the same hash have the same tables. Short, because it is part of a
 * database name, which Postgres cuts off after 63 characters.
 */
export function migrationsHash(): string {
  const hash = createHash('sha256')
  for (const migration of readMigrationFiles({ migrationsFolder })) hash.update(migration.hash)
  return hash.digest('hex').slice(0, 16)
}
