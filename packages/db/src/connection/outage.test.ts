import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '@kit/embedded-postgres/embedded'
import type { EmbeddedPostgres } from '@kit/embedded-postgres/embedded'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { isBusy } from './busy-error'
import { closeDatabase, database } from './client'
import { connectOnce } from './connect'

// On its own Postgres, which is killed under load.

let directory: string
let server: EmbeddedPostgres
const uncaught: unknown[] = []
const note = (error: unknown) => uncaught.push(error)

beforeAll(async () => {
  process.on('uncaughtException', note)
  directory = await mkdtemp(join(tmpdir(), 'gatehouse-outage-'))
  await chmod(directory, 0o755)
  server = await startEmbeddedPostgres({ directory })
  vi.stubEnv('DATABASE_URL', server.appUrl())
})

afterAll(async () => {
  await closeDatabase()
  await server.stop()
  await rm(directory, { recursive: true, force: true })
  process.off('uncaughtException', note)
  vi.unstubAllEnvs()
})

async function kill(): Promise<void> {
  const [row] = await connectOnce(server.adminUrl, (client) => client`SHOW data_directory`)
  const [pid] = (await readFile(join(String(row?.data_directory), 'postmaster.pid'), 'utf8')).split('\n')
  process.kill(Number(pid), 'SIGKILL')
}

/** Calls until `isOver`, and returns every failure. */
async function load(call: (n: number) => Promise<unknown>, isOver: () => boolean): Promise<unknown[]> {
  const failures: unknown[] = []
  const caller = async () => {
    for (let n = 0; !isOver(); n += 1) await call(n).catch((error: unknown) => failures.push(error))
  }
  await Promise.all(Array.from({ length: 30 }, caller))
  return failures
}

test('when Postgres is killed under load, calls only fail as busy, and they succeed again after it restarts', async () => {
  let rounds = 0
  let isOver = false
  const calls = load(
    (n) => {
      rounds += 1
      return n % 2
        ? database().execute(sql`SELECT ${'x'.repeat(2000)}`)
        : database().transaction(async (transaction) => {
            for (let each = 0; each < 5; each += 1) await transaction.execute(sql`SELECT pg_sleep(0.001)`)
          })
    },
    () => isOver,
  )
  for (let kills = 0; kills < 2; kills += 1) {
    const before = rounds
    await vi.waitUntil(() => rounds > before + 100, { timeout: 20_000 })
    await kill()
    await expect(database().execute(sql`SELECT 1`)).rejects.toSatisfy(isBusy)
    server = await startEmbeddedPostgres({ directory, port: Number(new URL(server.adminUrl).port) })
    // The driver reconnects within half a second; until then, calls are still busy.
    await vi.waitUntil(
      () =>
        database()
          .execute(sql`SELECT 1`)
          .then(() => true)
          .catch(() => false),
      { timeout: 20_000 },
    )
  }
  isOver = true
  const failures = await calls
  expect(failures.length).toBeGreaterThan(0)
  expect(failures.filter((error) => !isBusy(error))).toEqual([])
  expect(uncaught).toEqual([])
  // Every connection of the pool works again.
  await Promise.all(Array.from({ length: 20 }, () => database().execute(sql`SELECT pg_sleep(0.01)`)))
})
