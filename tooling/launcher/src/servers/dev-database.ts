import { join } from 'node:path'
import { startEmbeddedPostgres } from '@kit/embedded-postgres/embedded'
import { migrate } from '@kit/db/migrations/migrate'
import { seed, SeedRefusedError } from '@kit/db/demo/seed'
import { untilUnreachable } from './answers'
import { state } from '../repository/paths'
import { progress } from '../terminal/progress'
import { orRefuse } from '@kit/server/refusal'
import type { Scope } from '../process/scope'
import { setting } from '@kit/server/settings'

export interface DevDatabase {
  /** For the app's role. */
  url: string
  /** For the owner of the tables. */
  ownerUrl: string
  /** Resolves when the embedded server ends; never for a server named by DATABASE_URL. */
  lost: Promise<void>
}

/** The database named by DATABASE_URL, or else an embedded one in the state folder. */
export async function openDevDatabase(scope: Scope): Promise<DevDatabase> {
  const given = setting('DATABASE_URL')
  if (given)
    return { url: given, ownerUrl: setting('DATABASE_MIGRATION_URL') ?? given, lost: new Promise(() => {}) }

  const postgres = await progress('Starting PostgreSQL', (log) =>
    scope.acquire(
      () => orRefuse(() => startEmbeddedPostgres({ directory: join(state, 'postgres'), log })),
      (server) => server.stop(),
    ),
  )
  const ownerUrl = postgres.adminUrl
  return { url: postgres.appUrl(), ownerUrl, lost: untilUnreachable(Number(new URL(ownerUrl).port)) }
}

/** Migrates the database. The app's role is the one in `url`. */
export async function migrateFor({ url, ownerUrl }: { url: string; ownerUrl: string }): Promise<void> {
  const appRole = decodeURIComponent(new URL(url).username) || undefined
  await progress('Migrating the database', () =>
    orRefuse(() => migrate(ownerUrl, { appRole }), 'Migration failed: '),
  )
}

/** Adds the demo data if there is none. `refused` says why it was not added. */
export async function seedFor({ ownerUrl }: Pick<DevDatabase, 'ownerUrl'>): Promise<{ refused?: string }> {
  return progress('Adding demo data', async (note) => {
    try {
      if ((await seed(ownerUrl)) === 'already') note('already there')
      return {}
    } catch (error) {
      if (!(error instanceof SeedRefusedError)) throw error
      note('not added')
      return { refused: error.message }
    }
  })
}
