import { send } from '../http/raw-http'
import type { Catalogue, Refusal } from '../engine/attack'
import { allowedCaller } from '../engine/caller'
import { callsTo } from '../engine/calls'

/** Parallel and repeated calls of something that may happen only once. */
export const race: Catalogue = (row) => {
  if (!row.once) return []
  // Some limits allow fewer than ten; the allowed ones race.
  const codes = [...row.refusals, 'RATE_LIMITED'] as const
  const refusal: Refusal = {
    invalid: true,
    codes,
    redirect: (to) => ['/sign-in', '/sign-in?ended'].includes(to),
  }
  return [
    {
      group: 'race',
      name: 'ten parallel calls',
      shots: (arena) => {
        const caller = allowedCaller(arena, row)
        const request = callsTo(arena, row, caller).likeTheApp(row.input(arena))
        const alongside = Array.from({ length: 9 }, () => request)
        return [{ label: 'the same call', caller, request, alongside, must: 'succeed', refusal }]
      },
    },
    {
      group: 'race',
      name: 'repeated after success',
      shots: (arena) => {
        const caller = allowedCaller(arena, row)
        const request = callsTo(arena, row, caller).likeTheApp(row.input(arena))
        const arrange = () => send(request)
        return [{ label: 'the same call', caller, request, must: 'hold', refusal, arrange }]
      },
    },
  ]
}
