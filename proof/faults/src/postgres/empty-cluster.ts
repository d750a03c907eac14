import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '@kit/embedded-postgres/embedded'

export interface EmptyCluster {
  /** Connects to one of its databases as the superuser. */
  url: (database: string) => string
  stop: () => Promise<void>
}

/** A new cluster without the app's tables. */
export async function startEmptyCluster(): Promise<EmptyCluster> {
  const directory = await mkdtemp(join(tmpdir(), 'gatehouse-restored-'))
  // As root, Postgres runs as another user, who needs access.
  await chmod(directory, 0o755)
  const server = await startEmbeddedPostgres({ directory })
  return {
    url: (database) => {
      const url = new URL(server.adminUrl)
      url.pathname = `/${database}`
      return url.href
    },
    stop: async () => {
      await server.stop()
      await rm(directory, { recursive: true, force: true })
    },
  }
}
