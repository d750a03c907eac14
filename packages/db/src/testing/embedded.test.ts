import { execFileSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startEmbeddedPostgres } from '@kit/embedded-postgres/embedded'
import type { EmbeddedOptions, EmbeddedPostgres } from '@kit/embedded-postgres/embedded'
import { freePort } from '@kit/embedded-postgres/free-port'
import { migrate } from '../migrations/migrate'
import { assertMigrated, assertRestrictedRole } from '../connection/role-check'
import { isRoot } from '@kit/embedded-postgres/system-account'

const cleanups: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const cleanup of cleanups.toReversed()) await cleanup()
  cleanups.length = 0
})

async function folder(parent = tmpdir()): Promise<string> {
  const path = await mkdtemp(join(parent, 'gatehouse-embedded-'))
  if (parent === tmpdir()) await chmod(path, 0o755)
  cleanups.push(() => rm(path, { recursive: true, force: true }))
  return path
}

/** A stopped server's folder. Creating one takes seconds of CPU time, copying it almost none. */
let stopped: string
const logged: string[] = []

beforeAll(async () => {
  stopped = await mkdtemp(join(tmpdir(), 'gatehouse-embedded-'))
  await chmod(stopped, 0o755)
  const server = await startEmbeddedPostgres({ directory: stopped, log: (line) => logged.push(line) })
  await server.stop()
})

afterAll(() => rm(stopped, { recursive: true, force: true }))

/** Returns a folder with a server that was started before. */
async function usedFolder(): Promise<string> {
  const directory = await folder()
  // With their owner and mode, which Postgres checks.
  execFileSync('cp', ['-a', join(stopped, 'data'), directory])
  return directory
}

async function start(directory: string, options: Partial<EmbeddedOptions> = {}): Promise<EmbeddedPostgres> {
  const started = await startEmbeddedPostgres({ directory, ...options })
  cleanups.push(() => started.stop())
  return started
}

async function query<T>(url: string, work: (client: postgres.Sql) => Promise<T>): Promise<T> {
  const client = postgres(url, { max: 1, onnotice: () => {} })
  try {
    return await work(client)
  } finally {
    await client.end({ timeout: 1 })
  }
}

const portOf = (server: EmbeddedPostgres) => Number(new URL(server.adminUrl).port)
const postmaster = async (data: string) =>
  Number((await readFile(join(data, 'postmaster.pid'), 'utf8')).split('\n')[0])

describe('startEmbeddedPostgres', () => {
  test('keeps its data across a restart', async () => {
    const directory = await usedFolder()
    expect(logged).toEqual(['Creating the database.'])
    const first = await start(directory, { log: (line) => logged.push(line) })
    await query(first.adminUrl, (client) => client`CREATE TABLE kept AS SELECT 42 AS answer`)
    await first.stop()
    await first.stop()
    await expect(query(first.adminUrl, (client) => client`SELECT 1`)).rejects.toThrow('ECONNREFUSED')

    const second = await start(directory, { log: (line) => logged.push(line) })
    expect(logged).toHaveLength(1)
    expect(await query(second.adminUrl, (client) => client`SELECT answer FROM kept`)).toEqual([
      { answer: 42 },
    ])
  })

  test('listens on loopback only, requires passwords and keeps them private', async () => {
    const directory = await usedFolder()
    const server = await start(directory)
    const settings = await query(
      server.adminUrl,
      (client) => client`SELECT current_setting('listen_addresses') AS addresses,
        current_setting('unix_socket_directories') AS sockets, version() AS version`,
    )
    expect(settings[0]).toMatchObject({
      addresses: '127.0.0.1',
      sockets: '',
      version: expect.stringMatching(/^PostgreSQL 18/),
    })
    const wrong = new URL(server.adminUrl)
    for (const password of ['', 'postgres', 'wrong']) {
      wrong.password = password
      await expect(query(wrong.href, (client) => client`SELECT 1`)).rejects.toThrow(/password/i)
    }
    await assertRestrictedRole(server.appUrl())
    expect(new URL(server.appUrl('other')).pathname).toBe('/other')
    const { mode } = await stat(join(directory, 'data', 'gatehouse.json'))
    expect(mode & 0o777).toBe(0o600)
    expect((await stat(join(directory, 'data'))).mode & 0o777).toBe(0o700)
  })

  test('uses a server that a killed process left running', async () => {
    const directory = await usedFolder()
    const left = await start(directory)
    const before = await postmaster(join(directory, 'data'))
    // The supervisor has no state in memory, so this behaves like another process.
    const found = await start(directory)
    expect(found).toMatchObject({ adminUrl: left.adminUrl })
    expect(await postmaster(join(directory, 'data'))).toBe(before)
    await found.stop()
    await expect(query(left.adminUrl, (client) => client`SELECT 1`)).rejects.toThrow('ECONNREFUSED')
  })

  test('moves a server to the requested port', async () => {
    const directory = await usedFolder()
    await start(directory)
    const port = await freePort()
    expect(portOf(await start(directory, { port }))).toBe(port)
  })

  test('restarts a killed server, even if another process now has its ID', async () => {
    const directory = await usedFolder()
    const data = join(directory, 'data')
    const server = await start(directory)
    await query(server.adminUrl, (client) => client`CREATE TABLE kept AS SELECT 1 AS answer`)
    const lock = await readFile(join(data, 'postmaster.pid'), 'utf8')
    process.kill(await postmaster(data), 'SIGKILL')
    const again = await start(directory)
    expect(await query(again.adminUrl, (client) => client`SELECT answer FROM kept`)).toEqual([{ answer: 1 }])
    await again.stop()

    await writeFile(join(data, 'postmaster.pid'), [process.pid, ...lock.split('\n').slice(1)].join('\n'))
    const third = await start(directory)
    expect(await query(third.adminUrl, (client) => client`SELECT answer FROM kept`)).toEqual([{ answer: 1 }])
  })

  test('waits for the remaining processes of a killed server', async () => {
    const directory = await usedFolder()
    const server = await start(directory)
    const pid = await postmaster(join(directory, 'data'))
    const children = await query(
      server.adminUrl,
      (client) => client<{ pid: number }[]>`SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid()`,
    )
    const signal = (name: NodeJS.Signals) => children.forEach((child) => process.kill(child.pid, name))
    // While stopped, they still hold its memory.
    signal('SIGSTOP')
    process.kill(pid, 'SIGKILL')
    const again = start(directory)
    const log = () => readFile(join(directory, 'data', 'server.log'), 'utf8')
    try {
      await expect.poll(log, { timeout: 30_000 }).toContain('is still in use')
    } finally {
      signal('SIGCONT')
    }
    expect((await again).adminUrl).not.toBe(server.adminUrl)
  })

  test('two parallel starts share one server, and remove the leftovers of an interrupted initialization', async () => {
    const directory = await folder()
    // Higher than any process ID.
    const half = join(directory, 'initializing-99999999')
    await mkdir(join(half, 'data', 'base'), { recursive: true })
    await writeFile(join(half, 'data', 'PG_VERSION'), '18\n')
    await mkdir(join(directory, 'data'))
    const both = await Promise.all([start(directory), start(directory)])
    expect(both[0]?.adminUrl).toBe(both[1]?.adminUrl)
    expect(await readdir(directory)).toEqual(['data'])
  })

  test('does not touch files that it did not create', async () => {
    const directory = await folder()
    await mkdir(join(directory, 'data'))
    await writeFile(join(directory, 'data', 'precious'), 'x')
    await expect(startEmbeddedPostgres({ directory })).rejects.toThrow(/contains other files. Move them away/)
    expect(await readdir(directory)).toEqual(['data'])
    expect(await readdir(join(directory, 'data'))).toEqual(['precious'])
  })

  test('reports a port in use in one line', async () => {
    const server = createServer()
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve)
    })
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : undefined
    await expect(startEmbeddedPostgres({ directory: await usedFolder(), port })).rejects.toThrow(
      `Port ${port} is in use.`,
    )
    server.close()
  })

  test('deletes a temporary server when it stops', async () => {
    const directory = await usedFolder()
    const server = await start(directory, { throwaway: true })
    await server.stop()
    await expect(stat(directory)).rejects.toThrow('ENOENT')
  })
})

describe.runIf(isRoot())('as root', () => {
  test('runs in a folder that only root may enter', async () => {
    const directory = await folder('/root')
    expect((await stat(directory)).mode & 0o777).toBe(0o700)
    const server = await start(directory, { throwaway: true })
    const [row] = await query(
      server.adminUrl,
      (client) => client<{ data: string }[]>`SELECT current_setting('data_directory') AS data`,
    )
    expect(row?.data).toMatch(/^\/var\/lib\/gatehouse\/[0-9a-f]{16}\/data$/)
    const again = await start(directory, { throwaway: true })
    expect(again.adminUrl).toBe(server.adminUrl)
    await again.stop()
    await expect(stat(row?.data ?? '')).rejects.toThrow('ENOENT')
  })
})

describe('a new cluster', () => {
  test('allows two migrations of different databases in parallel', async () => {
    const server = await start(await usedFolder(), { throwaway: true })
    const databases = ['one', 'two'].map((name) => {
      const url = new URL(server.adminUrl)
      url.pathname = name
      return { name, url: url.href }
    })
    for (const { name } of databases)
      await query(server.adminUrl, (client) => client.unsafe(`CREATE DATABASE ${name}`))
    await Promise.all(databases.map(({ url }) => migrate(url, { appRole: 'gatehouse' })))
    for (const { name } of databases)
      await expect(assertMigrated(server.appUrl(name))).resolves.toBeUndefined()
  })

  test('can be migrated by a role that owns its database and may create roles, but is not a superuser', async () => {
    const server = await start(await usedFolder(), { throwaway: true })
    await query(server.adminUrl, async (client) => {
      await client.unsafe(`CREATE ROLE solo LOGIN CREATEROLE PASSWORD 'x'`)
      await client.unsafe(`CREATE DATABASE solo OWNER solo`)
    })
    const url = new URL(server.appUrl('solo'))
    url.username = 'solo'
    url.password = 'x'
    await migrate(url.href)
    await migrate(url.href, { appRole: 'gatehouse' })
    await assertRestrictedRole(url.href)
    await expect(assertMigrated(server.appUrl('solo'))).resolves.toBeUndefined()
  })
})
