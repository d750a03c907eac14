import { readMigrationFiles } from 'drizzle-orm/migrator'
import { fileURLToPath } from 'node:url'

export const migrationsFolder = fileURLToPath(new URL('../drizzle', import.meta.url))

/** One hash over all migrations: two databases with the same have the same tables. */
export function migrationsHash(): string {
  return readMigrationFiles({ migrationsFolder })
    .map((migration) => migration.hash.slice(0, 4))
    .join('')
}
