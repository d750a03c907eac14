import 'server-only'

import { attackClosure, type Step } from './closure'
import { controlAttacks, mistakes } from './control-attacks'
import { repliesTo } from './post-to-control'
import type { RowChange } from './rows'
import { inTurn } from './turn'

/** The result of the same attack on the unguarded app. */
export interface ControlResult {
  state: 'off' | 'starting' | 'breached' | 'held'
  /** What happened, or the current step while it starts. */
  text: string
  changes: RowChange[]
  /** Evidence of an attack in several steps. Otherwise empty. */
  steps: Step[]
}

/**
 * Runs the attack on the control group, and starts it for the first attack.
 * @param mistake the mistake's folder in the control group
 * @returns null if there is no mistake to attack, or if no control group can run here
 * @throws ActionError UNAVAILABLE if it takes too long
 */
export async function attackControlGroup(mistake: string | undefined): Promise<ControlResult | null> {
  if (mistake === undefined || !mistakes.includes(mistake)) return null
  const turn = await inTurn((port) => attack({ port, mistake }))
  if (turn?.state !== 'ran') return turn && { ...turn, changes: [], steps: [] }
  const { succeeded, text, steps } = turn.result
  const changes = turn.changes.slice(0, MOST_CHANGES)
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

export const MOST_CHANGES = 5
