import { migrate } from '@kit/db/migrations/migrate'
import { failureText, orRefuse, Refusal } from './refusal'
import { loadDotenv, setting } from './settings'

/** `pnpm db:migrate`: applies pending migrations as the role that owns the tables. */
async function migrateDatabase(): Promise<void> {
  loadDotenv()
  const url = setting('DATABASE_URL')
  if (!url) throw new Refusal('DATABASE_URL is not set.')
  const appRole = decodeURIComponent(new URL(url).username) || undefined
  await orRefuse(() => migrate(setting('DATABASE_MIGRATION_URL') ?? url, { appRole }), 'Migration failed: ')
  process.stdout.write('The database is up to date.\n')
}

try {
  await migrateDatabase()
} catch (error) {
  process.stderr.write(`${failureText(error)}\n`)
  process.exit(1)
}
