import { basename } from 'node:path'
import { createTestDatabase } from '@kit/db/testing/test-database'
import { untilAnswers } from '@kit/launcher/answers'
import { freePort } from '@kit/embedded-postgres/free-port'
import { startNext } from '@kit/launcher/next'
import { progress } from '@kit/launcher/progress'
import type { Scope } from '@kit/launcher/scope'
import { cleanEnvironment } from '@kit/launcher/settings'
import postgres from 'postgres'
import { baseline } from './paths'
import type { Server } from './server'

/** Starts a bare app on its own database, in the same cluster as the product's. */
export async function startBaseline(
  scope: Scope,
  app = baseline,
  settings: Record<string, string> = {},
): Promise<Server> {
  const { ownerUrl } = await scope.acquire(createTestDatabase, (made) => made.drop())
  await createItems(ownerUrl)
  const port = await freePort()
  const env = cleanEnvironment({ NODE_ENV: 'production', DATABASE_URL: ownerUrl, ...settings })
  const group = await scope.acquire(
    () => startNext('start', { app, host: 'localhost', port, env, onOutput: () => {} }),
    (started) => started.stop(),
  )
  const url = `http://localhost:${port}`
  await progress(`Starting the ${basename(app)}`, () => untilAnswers(url, group))
  return { url, databaseUrl: ownerUrl, group }
}

async function createItems(url: string): Promise<void> {
  const sql = postgres(url, { max: 1 })
  await sql`
    CREATE TABLE item (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      title text NOT NULL,
      description text NOT NULL DEFAULT '',
      listed boolean NOT NULL DEFAULT false,
      created_at timestamptz NOT NULL DEFAULT now()
    )`
  // The list excludes rows written later, so its cost stays the same.
  await sql`CREATE INDEX item_listed ON item (id) WHERE listed`
  await sql`INSERT INTO item (title, listed) SELECT 'Listed item ' || n, true FROM generate_series(1, 10) AS n`
  await sql`CREATE TABLE counter (key text PRIMARY KEY, calls integer NOT NULL)`
  await sql`ANALYZE item`
  await sql.end()
}
