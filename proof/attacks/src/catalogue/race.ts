import { send } from '../http/raw-http'
import type { Catalogue, Refusal } from '../engine/attack'
import { rightfulCaller } from '../engine/caller'
import { callsTo } from '../engine/calls'
import { settled } from '../engine/fire'

/** Calls at once, where the thing may happen once: its changes, and not one row more. */
export const race: Catalogue = (row) => {
  if (!row.once) return []
  // Ten are more than some limits let through; those that are let through are the race.
  const codes = [...row.refusals, 'RATE_LIMITED'] as const
  const refusal: Refusal = { invalid: true, codes, redirect: (to) => to === '/sign-in' }
  return [
    {
      group: 'race',
      name: 'ten at once',
      shots: (arena) => {
        const caller = rightfulCaller(arena, row)
        const request = callsTo(arena, row, caller).likeTheApp(row.input(arena))
        const alongside = Array.from({ length: 9 }, () => request)
        return [{ label: 'the same call', caller, request, alongside, must: 'succeed', refusal }]
      },
    },
    {
      group: 'race',
      name: 'again when it is done',
      shots: (arena) => {
        const caller = rightfulCaller(arena, row)
        const request = callsTo(arena, row, caller).likeTheApp(row.input(arena))
        const arrange = async () => {
          const before = await arena.snapshot()
          await send(request)
          // Mail goes out after the answer, and that of this call is not the next one's.
          await settled(arena, before, row.changes(arena, row.input(arena), row.as))
        }
        return [{ label: 'the same call', caller, request, must: 'hold', refusal, arrange }]
      },
    },
  ]
}
