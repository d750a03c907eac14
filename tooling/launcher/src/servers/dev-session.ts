import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { state } from '../repository/paths'
import { Refusal } from '@kit/server/refusal'
import { readProcess } from '@kit/server/process-table'

/** The data that a running `pnpm dev` stores, so tests can run against it. */
export interface DevSession {
  pid: number
  url: string
  /** For the owner of the tables. */
  databaseUrl: string
  mailDirectory: string
}

const file = join(state, 'dev.json')

/** The session of the `pnpm dev` that runs from this folder, if there is one. */
export function readDevSession(): DevSession | undefined {
  try {
    const session: DevSession = JSON.parse(readFileSync(file, 'utf8'))
    // After a restart of the machine, the ID may belong to another program.
    return readProcess(session.pid)?.args.some((arg) => arg.endsWith('launcher/src/commands/dev.ts'))
      ? session
      : undefined
  } catch {
    return undefined
  }
}

/** @throws Refusal when another `pnpm dev` runs from this folder: it would lose its database when this one stops */
export function assertOnlySession(): void {
  const other = readDevSession()
  if (other && other.pid !== process.pid) {
    throw new Refusal(`Gatehouse is already running from this folder at ${other.url} (process ${other.pid}).`)
  }
}

/** Readable by its owner only: it contains a database password. */
export function writeDevSession(session: DevSession): void {
  mkdirSync(state, { recursive: true })
  rmSync(file, { force: true })
  writeFileSync(file, `${JSON.stringify(session, null, 2)}\n`, { mode: 0o600 })
}

export function removeDevSession(): void {
  rmSync(file, { force: true })
}
