import { join } from 'node:path'
import { startEmbeddedPostgres } from '@kit/embedded-postgres/embedded'
import { migrate } from '@kit/db/migrations/migrate'
import { seed, SeedRefusedError } from '@kit/db/demo/seed'
import { silence } from './answers'
import { state } from './paths'
import { progress } from './progress'
import { orRefuse } from './refusal'
import type { Scope } from './scope'
import { setting } from './settings'

export interface DevDatabase {
  /** For the app. */
  url: string
  /** The owner of the tables. */
  ownerUrl: string
  /** Resolves when our own database server has gone; never for the user's. */
  lost: Promise<void>
}

/** The database that DATABASE_URL names, or else one of our own, which lives in the state folder. */
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
  return { url: postgres.appUrl(), ownerUrl, lost: silence(Number(new URL(ownerUrl).port)) }
}

/** Brings the database up to date. The app's role is the one that `url` signs in as. */
export async function migrateFor({ url, ownerUrl }: { url: string; ownerUrl: string }): Promise<void> {
  const appRole = decodeURIComponent(new URL(url).username) || undefined
  await progress('Migrating the database', () =>
    orRefuse(() => migrate(ownerUrl, { appRole }), 'Migrating failed: '),
  )
}

/** Adds the demo data if there is none. A refusal is told in `refused` and stops nothing. */
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
