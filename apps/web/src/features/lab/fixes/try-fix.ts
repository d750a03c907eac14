import 'server-only'

import { ActionError } from '@kit/action-middleware'

import { inTurn, OFF, type NotRun } from '../control/turn'
import { lessons } from '../lessons/lessons'
import type { Chain, FixAttack } from './fixes'
import { sendCalls } from './send-calls'

export interface FixResult {
  state: NotRun['state'] | 'tried'
  /** What to do, or the current step while the control group starts. */
  text: string
  chain: Chain
  /** Whether a rightful call works. */
  works: boolean
  attacks: TriedAttack[]
  /** Why the chain holds, or what it misses. */
  why: string
}

interface TriedAttack {
  label: string
  breached: boolean
  /** The status of the last response. Null if there was none. */
  status: number | null
}

/**
 * Attacks one of a lesson's chains.
 * @throws ActionError NOT_FOUND if the lesson has none, UNAVAILABLE if it takes too long
 */
export async function tryFix(slug: string, chain: Chain): Promise<FixResult> {
  const fixes = lessons.find((lesson) => lesson.slug === slug)?.fixes
  if (!fixes) throw new ActionError('NOT_FOUND')
  const folder = `/fixes/${slug}`
  const { rightful: call, works: breached } = fixes
  const rightful: FixAttack = { label: 'rightful', visitor: call.as, calls: [call], breached }
  const results: Omit<TriedAttack, 'label'>[] = []
  for (const attack of [rightful, ...fixes.attacks]) {
    const turn = await inTurn((port) => sendCalls({ port, folder, chain }, attack))
    if (turn?.state !== 'ran') return { ...(turn ?? OFF), chain, works: false, attacks: [], why: '' }
    const { changes, result } = turn
    results.push({
      breached: attack.breached?.({ changes, ...result }) ?? changes.length > 0,
      status: result.replies.at(-1)?.status ?? null,
    })
  }
  const [legitimate, ...others] = results
  const attacks = fixes.attacks.map(({ label }, index) => ({
    label,
    ...(others[index] ?? { breached: true, status: null }),
  }))
  const works = legitimate?.breached === true
  return { state: 'tried', text: '', chain, works, attacks, why: fixes.reasons[chain] }
}

/** Whether the chain lets only the rightful call through. */
export const holds = ({ state, works, attacks }: FixResult): boolean =>
  state === 'tried' && works && attacks.every(({ breached }) => !breached)
