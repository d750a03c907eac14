import { randomBytes } from 'node:crypto'
import { chown, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { EmbeddedPostgresError } from './embedded-error'
import { isRunning } from './process'
import type { RunPostgres } from './process'
import type { Account } from './system-account'

/** The passwords of the cluster's two login roles. Stored in it, readable by its owner only. */
export interface Credentials {
  superuser: string
  app: string
}

const CREDENTIALS = 'gatehouse.json'
const PARTIAL = 'initializing-'

// The same order and case rules on every machine.
const LOCALE = '--encoding=UTF8 --locale-provider=builtin --builtin-locale=C.UTF-8 --locale=C'.split(' ')
const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=200',
  'timezone=UTC',
]
// Protect against power loss, which a test database doesn't need.
const UNSAFE_SETTINGS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']

interface ClusterPlace {
  /** The parent of the data folder. */
  base: string
  account: Account | undefined
  run: RunPostgres
  throwaway: boolean
}

/**
 * Creates the cluster in `<base>/data` unless it exists. It is created under another name and moved when complete, so the
 * folder is never partial, and one of two parallel attempts wins.
 */
export async function ensureCluster(place: ClusterPlace, log: (line: string) => void): Promise<Credentials> {
  const data = join(place.base, 'data')
  await removeAbandoned(place.base)
  // Read before the credentials, because another start may move its complete cluster here at any time.
  const contents = await readdir(data).catch(() => [])
  const existing = await readCredentials(data)
  if (existing) return existing
  if (contents.length > 0) {
    throw new EmbeddedPostgresError(`${data} contains other files. Move them away and start again.`)
  }

  log('Creating the database.')
  const partial = join(place.base, `${PARTIAL}${process.pid}-${randomBytes(4).toString('hex')}`)
  await initialize(place, partial)
  await rename(join(partial, 'data'), data).catch(() => {})
  await rm(partial, { recursive: true, force: true })
  const credentials = await readCredentials(data)
  if (credentials) return credentials
  throw new EmbeddedPostgresError(`The new database could not be moved to ${data}.`)
}

async function initialize(place: ClusterPlace, partial: string): Promise<void> {
  const credentials: Credentials = { superuser: password(), app: password() }
  const data = join(partial, 'data')
  const passwordFile = join(partial, 'password')
  const own = async (path: string) => {
    if (place.account) await chown(path, place.account.uid, place.account.gid)
  }
  for (const folder of [partial, data]) {
    await mkdir(folder, { mode: 0o700 })
    await own(folder)
  }
  await writeFile(passwordFile, credentials.superuser, { mode: 0o600 })
  await own(passwordFile)
  const settings = place.throwaway ? [...SETTINGS, ...UNSAFE_SETTINGS] : SETTINGS
  const access = ['--username', 'postgres', '--auth', 'scram-sha-256', '--pwfile', passwordFile]
  const options = [...access, ...LOCALE, ...settings.flatMap((setting) => ['--set', setting])]
  if (place.throwaway) options.push('--no-sync')
  await place.run('initdb', ['--pgdata', data, ...options])
  await writeFile(join(data, CREDENTIALS), JSON.stringify(credentials), { mode: 0o600 })
}

async function readCredentials(data: string): Promise<Credentials | undefined> {
  try {
    const credentials: Credentials = JSON.parse(await readFile(join(data, CREDENTIALS), 'utf8'))
    return credentials
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw new EmbeddedPostgresError(`${data} can't be read. Was it created by another user?`)
  }
}

/** Returns the ID of the process that created this folder. */
function maker(name: string): number {
  return Number(name.slice(PARTIAL.length).split('-')[0])
}

/** Removes leftovers of interrupted starts. */
async function removeAbandoned(base: string): Promise<void> {
  const names = await readdir(base)
  const abandoned = names.filter((name) => name.startsWith(PARTIAL) && !isRunning(maker(name)))
  await Promise.all(abandoned.map((name) => rm(join(base, name), { recursive: true, force: true })))
}

/** Safe in a URL and in an SQL literal. */
function password(): string {
  return randomBytes(24).toString('base64url')
}
