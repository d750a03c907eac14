import { launch } from '../process/launch'
import { migrateFor } from '../servers/dev-database'
import { Refusal } from '../terminal/refusal'
import { loadDotenv, setting } from '../repository/settings'

/** `pnpm db:migrate`: migrates the database, as the role that owns its tables. */
async function migrate(): Promise<number> {
  loadDotenv()
  const url = setting('DATABASE_URL')
  if (!url) throw new Refusal('DATABASE_URL is not set.')
  await migrateFor({ url, ownerUrl: setting('DATABASE_MIGRATION_URL') ?? url })
  return 0
}

await launch(migrate, () => 1)
