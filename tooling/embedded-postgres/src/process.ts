import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { EmbeddedPostgresError } from './embedded-error'
import type { Account } from './system-account'

export type RunPostgres = (program: 'initdb' | 'pg_ctl', args: string[]) => Promise<void>

/** Runs Postgres programs as the account, without inherited PG… variables. */
export function postgresRunner(binaries: string, account: Account | undefined): RunPostgres {
  return async (program, args) => {
    try {
      // The account may not have access to the current folder.
      const options = { cwd: '/', env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' }, ...account }
      await promisify(execFile)(join(binaries, program), args, options)
    } catch (error) {
      throw new EmbeddedPostgresError(`${program} failed: ${reason(error)}`)
    }
  }
}

function reason(error: unknown): string {
  const text = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error)
  const lines = text.trim().split('\n')
  return lines.find((line) => /error|fatal|could not/i.test(line)) ?? lines.at(-1) ?? 'no reason given'
}

/** Whether a process with this ID exists, under any user. */
export function isRunning(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Returns false if the process is known to be something else, and true if unknown. */
export async function mayBePostgres(pid: number): Promise<boolean> {
  const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => undefined)
  return name === undefined || name.trim() === 'postgres'
}
