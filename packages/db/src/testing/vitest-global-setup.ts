import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '@kit/embedded-postgres/embedded'

/** Gives the test run a Postgres of its own, unless the one who started it brings one. */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.TEST_POSTGRES_URL) return undefined
  const directory = await mkdtemp(join(tmpdir(), 'gatehouse-test-'))
  // As root, Postgres runs as another user, who has to pass through.
  await chmod(directory, 0o755)
  const postgres = await startEmbeddedPostgres({ directory, throwaway: true })
  process.env.TEST_POSTGRES_URL = postgres.adminUrl
  return async () => {
    await postgres.stop()
    await rm(directory, { recursive: true, force: true })
  }
}
