import { readFile, realpath, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { connectOnce } from './connect'
import { EmbeddedPostgresError } from './embedded-error'
import { freePort, isFree } from './free-port'
import type { Credentials } from './cluster'
import { isRunning, mayBePostgres } from './process'
import type { RunPostgres } from './process'

/** About five seconds of retries. */
const MOST_STARTS = 15

/** A cluster on disk and how to run it. */
export interface Server {
  data: string
  credentials: Credentials
  run: RunPostgres
}

/**
 * Starts the server, or finds the one that is running.
 * @param wanted the required port; any free one by default
 * @returns the port it listens on
 * @throws EmbeddedPostgresError
 */
export async function ensureListening(server: Server, wanted: number | undefined): Promise<number> {
  const running = await findRunning(server)
  if (running && (!wanted || running === wanted)) return running
  if (running) await stopServer(server)
  for (let attempt = 1; ; attempt++) {
    if (wanted && !(await isFree(wanted))) throw new EmbeddedPostgresError(`Port ${wanted} is in use.`)
    const port = wanted ?? (await freePort())
    try {
      await start(server, port)
      return port
    } catch (error) {
      // Another start may have been faster.
      const other = await findRunning(server)
      if (other && (!wanted || other === wanted)) return other
      if (attempt === MOST_STARTS || !(await failedTemporarily(server))) throw error
      await sleep(200)
    }
  }
}

async function start({ data, run }: Server, port: number): Promise<void> {
  const options = ['--pgdata', data, '--log', logOf(data), '--options', `-p ${port}`]
  await run('pg_ctl', ['start', '--wait', '--silent', '--timeout=60', ...options])
}

const logOf = (data: string) => join(data, 'server.log')

/**
 * Whether the last start failed for a temporary reason: remaining processes of a killed server, or a port that was taken
 * since it was found free.
 */
async function failedTemporarily({ data }: Server): Promise<boolean> {
  const lines = (await readFile(logOf(data), 'utf8').catch(() => '')).split('\n')
  const last = lines.findLastIndex((line) => line.includes('FATAL:'))
  // The line before reports a port conflict.
  return /still in use|already in use/i.test(lines.slice(Math.max(0, last - 3), last + 1).join('\n'))
}

/** Returns the port of the server that runs on this data, if any. */
async function findRunning(server: Server): Promise<number | undefined> {
  const lock = join(server.data, 'postmaster.pid')
  // A killed server may still be shutting down, and a new one may not answer yet.
  for (let attempt = 0; attempt < 50; attempt++) {
    const [pid, , , port] = (await readFile(lock, 'utf8').catch(() => '')).split('\n')
    if (!pid || !isRunning(Number(pid))) return undefined
    if (!(await mayBePostgres(Number(pid)))) break
    if (port && (await answers(server, Number(port)))) return Number(port)
    await sleep(200)
  }
  // A stale lock file after a crash: its process ID now belongs to another process, which Postgres would mistake for a
  // server. If it is one after all, its shared memory still prevents a second server on this data.
  await rm(lock, { force: true })
  return undefined
}

async function answers({ data, credentials }: Server, port: number): Promise<boolean> {
  try {
    const url = serverUrl('postgres', credentials.superuser, port, 'postgres')
    const [row] = await connectOnce(
      url,
      (client) => client<{ directory: string }[]>`SELECT current_setting('data_directory') AS directory`,
    )
    return row !== undefined && (await realpath(row.directory)) === (await realpath(data))
  } catch {
    return false
  }
}

/** Stops the server and waits for it. Does nothing if there is none. */
export async function stopServer({ data, run }: Server): Promise<void> {
  const [pid] = (await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  if (!pid || !isRunning(Number(pid))) return
  await run('pg_ctl', ['stop', '--wait', '--silent', '--timeout=30', '--mode=fast', '--pgdata', data])
}

export function serverUrl(role: string, password: string, port: number, database: string): string {
  return `postgres://${role}:${password}@127.0.0.1:${port}/${database}`
}
