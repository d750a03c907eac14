import 'server-only'
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'

import { z } from 'zod'

import { ActionError } from '@kit/action-middleware'
import { env } from '@kit/env'

import { attackClosure, type Step } from './closure'
import { controlAttacks, mistakes } from './control-attacks'
import { repliesTo, sendToControl } from './post-to-control'
import { changesBetween, rowsSchema, type RowChange, type Rows } from './rows'

/** The result of the same attack on the unprotected app. */
export interface ControlResult {
  state: 'off' | 'starting' | 'breached' | 'held'
  /** What happened, or the current step while it starts. */
  text: string
  changes: RowChange[]
  /** Evidence of an attack in several steps. Otherwise empty. */
  steps: Step[]
}

/** The result while no control group runs. */
export const OFF: ControlResult = {
  state: 'off',
  text: 'The unprotected app isn’t running. Restart "npx pnpm dev" without UNGUARDED_START=off.',
  changes: [],
  steps: [],
}

const startingSchema = z.object({ starting: z.string() })

/** One attack at a time, because each one resets the data. */
let last: Promise<unknown> = Promise.resolve()

/**
 * Runs the attack on the control group, and starts it for the first attack.
 * @param mistake the mistake's folder in the control group
 * @returns null if there is no mistake to attack, or if no control group can run here
 * @throws ActionError UNAVAILABLE if it takes too long
 */
export async function attackControlGroup(mistake: string | undefined): Promise<ControlResult | null> {
  const { UNGUARDED_PORT: port } = env()
  if (mistake === undefined || port === undefined) return null
  if (!mistakes.includes(mistake)) return null
  const result = last.then(() => attacked({ port, mistake }))
  last = result.catch(() => undefined)
  return result
}

async function attacked(target: { port: number; mistake: string }): Promise<ControlResult> {
  const id = randomUUID()
  const found = await requestRows(target.port, 'POST', id).catch(offIfRefused)
  if ('state' in found) return found
  const end = () => requestRows(target.port, 'GET', id)
  const { succeeded, text, steps } = await attack(target).catch((error: unknown) =>
    end().then(() => Promise.reject(error)),
  )
  const after = await end()
  if ('state' in after) return after
  const changes = changesBetween(found.rows, after.rows).slice(0, MOST_CHANGES)
  const isBreached = succeeded ?? changes.length > 0
  return {
    state: isBreached ? 'breached' : 'held',
    text: isBreached ? text : 'The attack failed this time. Run it again.',
    changes,
    steps,
  }
}

interface Attacked {
  /** Undefined if the changed rows decide. */
  succeeded?: boolean
  text: string
  steps: Step[]
}

async function attack(target: { port: number; mistake: string }): Promise<Attacked> {
  const known = controlAttacks[target.mistake]
  if (!known) return { text: CLOSURE_TEXT, ...(await attackClosure(target.port)) }
  const replies = await repliesTo(known, target)
  const last = replies.at(-1)
  return {
    ...(known.succeeded && { succeeded: last !== undefined && known.succeeded(last) }),
    text: known.text,
    steps: known.evidence?.(replies) ?? [],
  }
}

const CLOSURE_TEXT =
  'The page sent its API key to a visitor. Another user sent that visitor’s values and changed their name.'

const MOST_CHANGES = 5

/** Returns the rows, which POST resets first, or the current step while the control group starts. */
async function requestRows(
  port: number,
  method: 'GET' | 'POST',
  attack: string,
): Promise<{ rows: Rows } | ControlResult> {
  // A website can't set this header on a request to this machine, so none can start the control group.
  const headers = { 'X-Start-Unguarded': 'yes', 'X-Attack': attack }
  const { status, body } = await sendToControl(port, { method, path: '/rows', headers, body: null })
  if (status === BUSY) {
    // Another server is attacking the control group. Its turn ends within a minute.
    await sleep(PAUSE)
    return requestRows(port, method, attack)
  }
  if (status === STARTING)
    return {
      state: 'starting',
      text: startingSchema.parse(JSON.parse(body)).starting,
      changes: [],
      steps: [],
    }
  return { rows: rowsSchema.parse(JSON.parse(body)) }
}

/** The status while another attack runs. */
const BUSY = 423

/** Milliseconds. */
const PAUSE = 100

/** The status with which `pnpm dev` answers while the control group starts. */
const STARTING = 503

function offIfRefused(error: unknown): ControlResult {
  if (error instanceof ActionError) throw error
  return OFF
}
