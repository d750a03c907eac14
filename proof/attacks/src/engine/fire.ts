import { baseUrl } from '../app/environment'
import { toCurl } from '../http/curl'
import { outcomeOf } from '../http/outcome'
import { send, type RawResponse } from '../http/raw-http'
import { unexpectedChanges, withoutExpected, type ExpectedChange } from '../state/expectation'
import { MAIL, type Arena } from './arena'
import { judge } from './judge'
import { leaksOf } from './secrets'
import type { RowChange, State } from '../state/difference'
import type { Shot } from './attack'
import type { NamedRow } from './row'

export interface Breach {
  label: string
  problems: string[]
  curl: string
}

/** Fires one shot at an endpoint and undoes its changes. After the last one, the caller restores the baseline. */
export async function fire(arena: Arena, row: NamedRow, shot: Shot): Promise<Breach | undefined> {
  try {
    return await fired(arena, row, shot)
  } finally {
    await shot.afterwards?.(arena)
  }
}

async function fired(arena: Arena, row: NamedRow, shot: Shot): Promise<Breach | undefined> {
  await arena.database.resetCounters()
  const before = await arranged(arena, row, shot)
  const requests = [shot.request, ...(shot.alongside ?? [])]
  const replies = await Promise.all(requests.map((request) => send(request)))
  const input = shot.input ?? row.input(arena)
  // A shot that must hold changes nothing.
  const allowed = shot.changes ?? (shot.must === 'hold' ? [] : row.changes(arena, input, shot.caller.person))
  // A refused call sends no mail to wait for.
  const refused = shot.must === 'either' && replies.every(isRefusal)
  const sweeps = [...(shot.sweeps ?? []), ...(row.attempts?.(arena) ?? [])]
  const after = await settled(arena, before, refused ? [] : allowed, sweeps)
  const leaks = replies.flatMap((reply, index) =>
    leaksOf(
      arena,
      row,
      { caller: shot.caller, input, must: shot.must },
      reply,
      requests[index] ?? shot.request,
    ),
  )
  const problems = judge(shot, row, input, {
    changes: swept(arena.changes(before, after), sweeps),
    allowed,
    replies,
    leaks,
  })
  await arena.undo(after)
  if (problems.length === 0) return undefined
  return { label: shot.label, problems, curl: curlOf(shot) }
}

function isRefusal(reply: RawResponse): boolean {
  return ['error', 'invalid', 'thrown'].includes(outcomeOf(reply).kind)
}

async function arranged(arena: Arena, row: NamedRow, shot: Shot): Promise<State> {
  const ready = await arena.readyFor(row)
  if (!shot.arrange) return ready
  await shot.arrange(arena)
  return arena.snapshot()
}

function swept(changes: RowChange[], sweeps: readonly ExpectedChange[] = []): RowChange[] {
  return sweeps.reduce((left, sweep) => withoutExpected(left, sweep), changes)
}

/** Counted rather than timed: each look asks the database, so a slow machine gets more time. */
const MOST_LOOKS = 500

/** Waits for the mail that is due, because mail goes out after the reply. */
export async function settled(
  arena: Arena,
  before: State,
  allowed: readonly ExpectedChange[],
  sweeps?: readonly ExpectedChange[],
): Promise<State> {
  for (let look = 1; ; look += 1) {
    const after = await arena.snapshot()
    const mailDue = allowed.some(({ table }) => table === MAIL)
    const changes = swept(arena.changes(before, after), sweeps)
    const began = changes.some(({ table }) => table !== MAIL) || allowed.every(({ table }) => table === MAIL)
    const waits = mailDue && began && unexpectedChanges(changes, allowed).length > 0
    if (!waits || look === MOST_LOOKS) return after
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}

function curlOf({ request, caller, arrange, alongside }: Shot): string {
  const line = toCurl(request, baseUrl().origin, caller.cookie)
  const notes = [
    ...(arrange ? ["after the attack's setup"] : []),
    ...(alongside ? [`${alongside.length + 1} in parallel`] : []),
  ]
  return notes.length > 0 ? `${line} # ${notes.join(', ')}` : line
}
