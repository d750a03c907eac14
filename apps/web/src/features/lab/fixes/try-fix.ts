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
  attacks: { label: string; breached: boolean }[]
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
  const results: boolean[] = []
  for (const attack of [rightful, ...fixes.attacks]) {
    const turn = await inTurn((port) => sendCalls({ port, folder, chain }, attack))
    if (turn?.state !== 'ran') return { ...(turn ?? OFF), chain, works: false, attacks: [] }
    const { changes, result } = turn
    results.push(attack.breached?.({ changes, ...result }) ?? changes.length > 0)
  }
  const [works = false, ...succeeded] = results
  const attacks = fixes.attacks.map(({ label }, index) => ({ label, breached: succeeded[index] ?? true }))
  return { state: 'tried', text: '', chain, works, attacks }
}

/** Whether the chain lets only the rightful call through. */
export const holds = ({ state, works, attacks }: FixResult): boolean =>
  state === 'tried' && works && attacks.every(({ breached }) => !breached)
