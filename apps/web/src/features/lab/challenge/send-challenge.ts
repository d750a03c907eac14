import 'server-only'
import { join } from 'node:path'

import { ActionError } from '@kit/action-middleware'

import { actionIdOf } from '../firing/action-ids'
import { sendToControl, signedIn, visitControl } from '../control/post-to-control'
import type { RowChange } from '../control/rows'
import { inTurn, OFF } from '../control/turn'
import type { RawReply } from '../firing/reply'
import { challengeOf } from './challenge-of'
import { groupReplies, type ShownReply } from './group-replies'
import { parseArguments, type Arguments } from './parse-arguments'
import { parseHeaders } from './parse-headers'
import { partsOf, takes, type TargetKey } from './targets'
import { wireOf, written } from './wire'
import type { Caller } from './callers'

export interface ChallengeInput {
  challenge: string
  caller: Caller
  target: TargetKey
  args: string
  headers: string
}

export interface ChallengeResult {
  state: 'off' | 'starting' | 'solved' | 'unsolved'
  /** What to do, or the current step while it starts. Can be empty. */
  text: string
  changes: RowChange[]
  /** The first request as it was sent, without the cookie. */
  wire: string | null
  replies: ShownReply[]
  /** The arguments of the next request: those of a page's form, once there is one. */
  args: string
}

/**
 * Sends a visitor's request to the control group. The challenge limits its callers and targets.
 * @throws ActionError NOT_FOUND for a caller or target of another challenge, UNAVAILABLE if it takes too long
 */
export async function sendChallenge(input: ChallengeInput): Promise<ChallengeResult> {
  const { caller, target } = input
  const challenge = challengeOf(input.challenge)
  if (!challenge?.callers.includes(caller) || !challenge.targets.includes(target)) {
    throw new ActionError('NOT_FOUND')
  }
  const args = parseArguments(input.args, takes(target))
  const given = parseHeaders(input.headers)
  // The schema has checked both.
  if ('fault' in args || 'fault' in given) throw new ActionError('NOT_FOUND')
  const headers = { ...given.headers, ...challenge.fixedHeaders }
  const turn = await inTurn((port) => sendAll({ port, target, caller, headers }, args.calls))
  if (turn?.state !== 'ran') {
    return { ...(turn ?? OFF), changes: [], wire: null, replies: [], args: input.args }
  }
  const { rows, changes, result } = turn
  const replies = groupReplies(result.replies, args.calls)
  const evidence = { caller, changes, rows, replies: result.replies }
  const solved = challenge.solved(evidence)
  return {
    state: solved ? 'solved' : 'unsolved',
    text: solved ? '' : (challenge.missed?.(evidence) ?? ''),
    changes: changes.slice(0, MOST_CHANGES),
    wire: result.wire,
    replies,
    args: replies.find(({ isForm }) => isForm)?.text ?? input.args,
  }
}

const MOST_CHANGES = 8

interface Sent {
  port: number
  target: TargetKey
  caller: Caller
  headers: Record<string, string>
}

async function sendAll(
  { port, target, caller, headers }: Sent,
  calls: readonly Arguments[],
): Promise<{ wire: string; replies: RawReply[] }> {
  const { mistake, name } = partsOf(target)
  const path = `/${mistake}`
  // A development server lists an action only after its page has been compiled.
  await visitControl(port, path)
  const cookie = caller === 'signed-out' ? '' : await signedIn(port, caller)
  const app = join(process.cwd(), '../unguarded')
  const isCall = takes(target) === 'fields' || takes(target) === 'list'
  const id = isCall ? await actionIdOf(`src/app${path}/actions.ts`, name, app) : null
  const wires = calls.map((args) => wireOf({ path, id, args }, headers))
  const replies: RawReply[] = []
  for (const { method, headers: own, body } of wires) {
    const sent = { ...own, ...(cookie && { Cookie: cookie }) }
    replies.push(
      await sendToControl(port, {
        method,
        path,
        headers: sent,
        body: body === '' ? null : Buffer.from(body),
      }),
    )
  }
  const [first] = wires
  return { wire: first ? written(first) : '', replies }
}
