import { baseUrl } from '../app/environment'
import { toCurl } from '../http/curl'
import { send } from '../http/raw-http'
import { withoutExpected, type ExpectedChange } from '../state/expectation'
import type { Arena } from './arena'
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
  const sweeps = [...(shot.sweeps ?? []), ...(row.attempts?.(arena) ?? [])]
  const after = await arena.snapshot()
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

async function arranged(arena: Arena, row: NamedRow, shot: Shot): Promise<State> {
  const ready = await arena.readyFor(row)
  if (!shot.arrange) return ready
  await shot.arrange(arena)
  return arena.snapshot()
}

function swept(changes: RowChange[], sweeps: readonly ExpectedChange[] = []): RowChange[] {
  return sweeps.reduce((left, sweep) => withoutExpected(left, sweep), changes)
}

function curlOf({ request, caller, arrange, alongside }: Shot): string {
  const line = toCurl(request, baseUrl().origin, caller.cookie)
  const notes = [
    ...(arrange ? ["after the attack's setup"] : []),
    ...(alongside ? [`${alongside.length + 1} in parallel`] : []),
  ]
  return notes.length > 0 ? `${line} # ${notes.join(', ')}` : line
}
