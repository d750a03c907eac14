import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '@kit/embedded-postgres/embedded'

/** Starts a Postgres for the test run, unless TEST_POSTGRES_URL is set. */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.TEST_POSTGRES_URL) return undefined
  const directory = await mkdtemp(join(tmpdir(), 'gatehouse-test-'))
  // As root, Postgres runs as another user, who needs access.
  await chmod(directory, 0o755)
  const postgres = await startEmbeddedPostgres({ directory, throwaway: true })
  process.env.TEST_POSTGRES_URL = postgres.adminUrl
  return async () => {
    await postgres.stop()
    await rm(directory, { recursive: true, force: true })
  }
}
