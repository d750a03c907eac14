import type { Attack, Catalogue } from '../engine/attack'
import { allowedCaller } from '../engine/caller'
import { callsTo } from '../engine/calls'

/** A page or a refusal of the method; never a server error. */
const pages = [200, 204, 307, 308, 400, 401, 403, 404, 405, 501]

/** Sent without a body, which a server might leave unread on the connection. */
const BODILESS = ['HEAD', 'OPTIONS']

/** The allowed call with another method: only POST may do anything. */
export const method: Catalogue = (row) => {
  const verbs = ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
  const attacks = verbs.map((verb): Attack => ({
    group: 'method',
    name: verb,
    spread: 'attacks',
    shots: (arena) => {
      const caller = allowedCaller(arena, row)
      const { body, ...request } = callsTo(arena, row, caller).likeTheApp(row.input(arena))
      const sent = BODILESS.includes(verb) ? request : { ...request, body }
      return [{ label: verb, caller, request: { ...sent, method: verb }, must: 'hold', refusal: { pages } }]
    },
  }))
  return [
    ...attacks,
    {
      group: 'method',
      name: 'GET with a POST override header',
      spread: 'attacks',
      shots: (arena) => {
        const caller = allowedCaller(arena, row)
        const headers = {
          'X-HTTP-Method-Override': 'POST',
          'X-HTTP-Method': 'POST',
          'X-Method-Override': 'POST',
        }
        const request = callsTo(arena, row, caller).likeTheApp(row.input(arena), { headers })
        const id = arena.actionId(row.file, row.exportName)
        const path = `${row.page(arena)}?%24ACTION_ID_${id}=&_method=POST&next-action=${id}`
        return [
          {
            label: 'GET',
            caller,
            request: { ...request, method: 'GET', path },
            must: 'hold',
            refusal: { pages },
          },
        ]
      },
    },
  ]
}
