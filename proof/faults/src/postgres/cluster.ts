import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectOnce } from '@kit/db/connection/connect'
import { migrate } from '@kit/db/migrations/migrate'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@kit/embedded-postgres/embedded'
import { listProcesses } from '@kit/server/process-table'

/** A Postgres for one fault, which writes to the disk as in production. */
export interface Cluster {
  appUrl: string
  /** As the superuser. */
  adminUrl: string
  /** Kills the server at once, and resolves when it is gone. */
  kill: () => Promise<void>
  /** Stops it as `pg_ctl stop --mode=fast` does. */
  stop: () => Promise<void>
  /** Starts it again on the same port. */
  start: () => Promise<void>
  /** Suspends all of its processes, so connections stay open and nothing answers. */
  pause: () => Promise<void>
  resume: () => Promise<void>
  remove: () => Promise<void>
}

/** Starts and migrates a cluster. */
export async function startCluster(): Promise<Cluster> {
  const directory = await mkdtemp(join(tmpdir(), 'gatehouse-faults-'))
  // As root, Postgres runs as another user, who needs access.
  await chmod(directory, 0o755)
  let server: EmbeddedPostgres = await startEmbeddedPostgres({ directory })
  const { adminUrl } = server
  const appUrl = server.appUrl()
  const port = Number(new URL(adminUrl).port)
  await migrate(adminUrl, { appRole: 'gatehouse' })
  const data = await connectOnce(adminUrl, async (client) => {
    const [row] = await client<{ data: string }[]>`SELECT current_setting('data_directory') AS data`
    return row?.data ?? ''
  })
  const postmaster = async () =>
    Number((await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '0')).split('\n')[0])
  const family = async () => {
    const root = await postmaster()
    return listProcesses()
      .filter(({ pid, parent, isZombie }) => root > 0 && !isZombie && (pid === root || parent === root))
      .map(({ pid }) => pid)
  }
  const signal = async (name: NodeJS.Signals) => {
    for (const pid of await family()) process.kill(pid, name)
  }
  return {
    appUrl,
    adminUrl,
    kill: async () => void process.kill(await postmaster(), 'SIGKILL'),
    stop: () => server.stop(),
    start: async () => {
      server = await startEmbeddedPostgres({ directory, port })
    },
    pause: () => signal('SIGSTOP'),
    resume: () => signal('SIGCONT'),
    remove: async () => {
      await signal('SIGCONT')
      await server.stop()
      await rm(directory, { recursive: true, force: true })
    },
  }
}
