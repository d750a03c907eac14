import { launch } from './launch'
import { migrateFor } from './dev-database'
import { Refusal } from './refusal'
import { loadDotenv, setting } from './settings'

/** `pnpm db:migrate`: brings the database up to date, as the role that owns its tables. */
async function migrate(): Promise<number> {
  loadDotenv()
  const url = setting('DATABASE_URL')
  if (!url) throw new Refusal('DATABASE_URL is not set.')
  await migrateFor({ url, ownerUrl: setting('DATABASE_MIGRATION_URL') ?? url })
  return 0
}

await launch(migrate, () => 1)
