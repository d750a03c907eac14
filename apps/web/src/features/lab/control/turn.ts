import 'server-only'
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'

import { z } from 'zod'

import { ActionError } from '@kit/action-middleware'
import { env } from '@kit/env'

import { sendToControl } from './post-to-control'
import { changesBetween, rowsSchema, type RowChange, type Rows } from './rows'

/** Why nothing ran. */
export interface NotRun {
  state: 'off' | 'starting'
  /** What to do, or the current step while it starts. */
  text: string
}

/** What happened in a turn. */
interface Turn<Result> {
  state: 'ran'
  result: Result
  /** The rows before it. */
  rows: Rows
  changes: RowChange[]
}

export const OFF: NotRun = {
  state: 'off',
  text: 'The unguarded app isn’t running. Restart "npx pnpm dev" without UNGUARDED_START=off.',
}

const startingSchema = z.object({ starting: z.string() })

/** One attack at a time, because each one resets the data. */
let last: Promise<unknown> = Promise.resolve()

/**
 * Runs `work` on the control group with new demo data, and starts the control group for the first one.
 * @returns null if no control group can run here
 * @throws ActionError UNAVAILABLE if it takes too long
 */
export async function inTurn<Result>(
  work: (port: number, rows: Rows) => Promise<Result>,
): Promise<Turn<Result> | NotRun | null> {
  const { UNGUARDED_PORT: port } = env()
  if (port === undefined) return null
  const turn = last.then(() => run(port, work))
  last = turn.catch(() => undefined)
  return turn
}

async function run<Result>(
  port: number,
  work: (port: number, rows: Rows) => Promise<Result>,
): Promise<Turn<Result> | NotRun> {
  const id = randomUUID()
  const found = await requestRows(port, 'POST', id).catch(offIfRefused)
  if ('state' in found) return found
  const end = () => requestRows(port, 'GET', id)
  const result = await work(port, found.rows).catch((error: unknown) =>
    end().then(() => Promise.reject(error)),
  )
  const after = await end()
  if ('state' in after) return after
  return { state: 'ran', result, rows: found.rows, changes: changesBetween(found.rows, after.rows) }
}

/** Returns the rows, which POST resets first, or the current step while the control group starts. */
async function requestRows(
  port: number,
  method: 'GET' | 'POST',
  attack: string,
): Promise<{ rows: Rows } | NotRun> {
  // A website can't set this header on a request to this machine, so none can start the control group.
  const headers = { 'X-Start-Unguarded': 'yes', 'X-Attack': attack }
  const { status, body } = await sendToControl(port, { method, path: '/rows', headers, body: null })
  if (status === BUSY) {
    // Another server is attacking the control group. Its turn ends within a minute.
    await sleep(PAUSE)
    return requestRows(port, method, attack)
  }
  if (status === STARTING) return { state: 'starting', text: startingSchema.parse(JSON.parse(body)).starting }
  return { rows: rowsSchema.parse(JSON.parse(body)) }
}

/** The status while another attack runs. */
const BUSY = 423

/** Milliseconds. */
const PAUSE = 25

/** The status with which `pnpm dev` answers while the control group starts. */
const STARTING = 503

function offIfRefused(error: unknown): NotRun {
  if (error instanceof ActionError) throw error
  return OFF
}
