import { readFile, realpath, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { connectOnce } from './connect'
import { EmbeddedPostgresError } from './embedded-error'
import { freePort, isFree } from './free-port'
import type { Credentials } from './cluster'
import { isRunning, mayBePostgres } from './process'
import type { RunPostgres } from './process'

/** Some five seconds' worth. */
const MOST_STARTS = 15

/** A cluster on disk, and the means to run it. */
export interface Server {
  data: string
  credentials: Credentials
  run: RunPostgres
}

/**
 * Starts the server, or finds the one that is running.
 * @param wanted the port it has to be on; any free one when it is not given
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
      // Another start may have been a moment faster.
      const other = await findRunning(server)
      if (other && (!wanted || other === wanted)) return other
      if (attempt === MOST_STARTS || !(await isInTheWay(server))) throw error
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
 * Whether the last start met what goes by itself: processes of a server that was killed, which hold its memory until
 * they have noticed, or a port that somebody has taken since it was found free.
 */
async function isInTheWay({ data }: Server): Promise<boolean> {
  const lines = (await readFile(logOf(data), 'utf8').catch(() => '')).split('\n')
  const last = lines.findLastIndex((line) => line.includes('FATAL:'))
  // A port is told of in the line before.
  return /still in use|already in use/i.test(lines.slice(Math.max(0, last - 3), last + 1).join('\n'))
}

/** The port of the server that holds this data, when one does. */
async function findRunning(server: Server): Promise<number | undefined> {
  const lock = join(server.data, 'postmaster.pid')
  // One that was killed a moment ago may still be going down, and one just started may not answer yet.
  for (let attempt = 0; attempt < 50; attempt++) {
    const [pid, , , port] = (await readFile(lock, 'utf8').catch(() => '')).split('\n')
    if (!pid || !isRunning(Number(pid))) return undefined
    if (!(await mayBePostgres(Number(pid)))) break
    if (port && (await answers(server, Number(port)))) return Number(port)
    await sleep(200)
  }
  // Left by a crash, and the id has gone to another process since, which Postgres would take for a server. Should it be
  // one after all, the shared memory that it holds still keeps a second away from its data.
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

/** Ends the server and waits for it; does nothing when there is none. */
export async function stopServer({ data, run }: Server): Promise<void> {
  const [pid] = (await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  if (!pid || !isRunning(Number(pid))) return
  await run('pg_ctl', ['stop', '--wait', '--silent', '--timeout=30', '--mode=fast', '--pgdata', data])
}

export function serverUrl(role: string, password: string, port: number, database: string): string {
  return `postgres://${role}:${password}@127.0.0.1:${port}/${database}`
}
