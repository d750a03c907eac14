import { createHash } from 'node:crypto'
import { chmod, mkdir, realpath, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { connectOnce } from './connect'
import { postgresBinaries } from './binaries'
import { ensureCluster } from './cluster'
import { postgresRunner } from './process'
import { ensureListening, serverUrl, stopServer } from './server'
import type { Server } from './server'
import { canAccess, isRoot, systemAccount } from './system-account'
import type { Account } from './system-account'

export interface EmbeddedOptions {
  /** The data folder. As root, if only root may enter it, /var/lib/gatehouse is used instead. */
  directory: string
  /** The port on loopback. Defaults to a free one. */
  port?: number
  /** For one test run: fast instead of durable, and deleted when it stops. */
  throwaway?: boolean
  log?: (line: string) => void
}

export interface EmbeddedPostgres {
  /** Connects as the superuser, for migrations and tests; never for the app. */
  adminUrl: string
  /** Connects as the app's login role, which is subject to row-level security. */
  appUrl: (database?: string) => string
  /** Stops the server, even with open connections. Safe to call twice. */
  stop: () => Promise<void>
}

const DATABASE = 'gatehouse'
const APP_ROLE = 'gatehouse'

/**
 * Starts an embedded Postgres, or finds the one that is running. Listens on loopback only, with a password per role.
 * Creates the cluster, the app's role and its database if needed.
 * @throws EmbeddedPostgresError with a one-line reason
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { directory, port, throwaway = false, log = () => {} } = options
  const account = isRoot() ? await systemAccount('postgres') : undefined
  const run = postgresRunner(await postgresBinaries(account, log), account)
  const base = await dataPlace(directory, account)
  const credentials = await ensureCluster({ base, account, run, throwaway }, log)
  const server: Server = { data: join(base, 'data'), credentials, run }
  const listening = await ensureListening(server, port)
  await ensureDatabase(server, listening)
  return {
    adminUrl: serverUrl('postgres', credentials.superuser, listening, DATABASE),
    appUrl: (database = DATABASE) => serverUrl(APP_ROLE, credentials.app, listening, database),
    stop: async () => {
      await stopServer(server)
      if (throwaway) await rm(base, { recursive: true, force: true })
    },
  }
}

async function dataPlace(directory: string, account: Account | undefined): Promise<string> {
  await mkdir(directory, { recursive: true })
  if (!account || (await canAccess(account, directory))) return directory
  const name = createHash('sha256')
    .update(await realpath(directory))
    .digest('hex')
  const place = join('/var/lib/gatehouse', name.slice(0, 16))
  await mkdir(place, { recursive: true })
  // Regardless of the umask. The data itself is in a private folder.
  for (const folder of ['/var/lib/gatehouse', place]) await chmod(folder, 0o755)
  return place
}

// action-audit-waive no-raw-sql: CREATE takes no placeholders, and every part of the text is a constant or made by us.
async function ensureDatabase({ credentials }: Server, port: number): Promise<void> {
  await connectOnce(serverUrl('postgres', credentials.superuser, port, 'postgres'), async (client) => {
    const [found] = await client<{ role: boolean; database: boolean }[]>`
      SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = ${APP_ROLE}) AS role,
        EXISTS (SELECT FROM pg_database WHERE datname = ${DATABASE}) AS database`
    const create = (statement: string) => client.unsafe(statement).catch(ignoreExisting)
    const login = `LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD '${credentials.app}'`
    if (!found?.role) await create(`CREATE ROLE ${APP_ROLE} ${login}`)
    if (!found?.database) await create(`CREATE DATABASE ${DATABASE}`)
  })
}

/** Another start may create them at the same time. */
function ignoreExisting(error: unknown): void {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code !== '42710' && code !== '42P04' && code !== '23505') throw error
}
