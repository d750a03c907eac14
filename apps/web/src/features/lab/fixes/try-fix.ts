import 'server-only'
import { join } from 'node:path'

import { ActionError } from '@kit/action-middleware'

import { wireOf } from '../challenge/wire'
import { sendToControl, signedIn, visitControl } from '../control/post-to-control'
import { inTurn, OFF, type NotRun } from '../control/turn'
import { actionIdOf } from '../firing/action-ids'
import type { RawReply } from '../firing/reply'
import { lessons } from '../lessons/lessons'
import type { Chain, FixAttack, FixCall } from './fixes'

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
  const rightful: FixAttack = { label: 'rightful', calls: [fixes.rightful], breached: fixes.works }
  const results: boolean[] = []
  for (const attack of [rightful, ...fixes.attacks]) {
    const turn = await inTurn((port) => sendCalls({ port, folder, chain }, attack.calls))
    if (turn?.state !== 'ran') return { ...(turn ?? OFF), chain, works: false, attacks: [] }
    const { changes, result: replies } = turn
    results.push(attack.breached?.({ changes, replies }) ?? changes.length > 0)
  }
  const [works = false, ...breached] = results
  const attacks = fixes.attacks.map(({ label }, index) => ({ label, breached: breached[index] ?? true }))
  return { state: 'tried', text: '', chain, works, attacks }
}

/** Whether the chain lets only the rightful call through. */
export const holds = ({ state, works, attacks }: FixResult): boolean =>
  state === 'tried' && works && attacks.every(({ breached }) => !breached)

interface Target {
  port: number
  folder: string
  chain: Chain
}

async function sendCalls(target: Target, calls: readonly FixCall[]): Promise<RawReply[]> {
  // A development server lists an action only after its page has been compiled.
  await visitControl(target.port, target.folder)
  const cookies = new Map<string, string>()
  const replies: RawReply[] = []
  for (const call of calls) {
    const cookie =
      call.as === 'signed-out' ? '' : (cookies.get(call.as) ?? (await signedIn(target.port, call.as)))
    cookies.set(call.as, cookie)
    replies.push(await sendCall(target, call, cookie))
  }
  return replies
}

async function sendCall({ port, folder, chain }: Target, call: FixCall, cookie: string): Promise<RawReply> {
  const { args, headers: given = {}, of = 'chain' } = call
  const app = join(process.cwd(), '../unguarded')
  const id = await actionIdOf(`src/app${folder}/actions.ts`, `${of}${chain}`, app)
  const list = Array.isArray(args) ? args : [args]
  const { method, path, headers, body } = wireOf({ path: folder, id, args: { list } }, { ...given })
  const sent = { ...headers, ...(cookie && { Cookie: cookie }) }
  return sendToControl(port, { method, path, headers: sent, body: Buffer.from(body) })
}
