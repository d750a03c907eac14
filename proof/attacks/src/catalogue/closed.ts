import type { Arena } from '../engine/arena'
import type { Attack, Catalogue } from '../engine/attack'
import { allowedCaller } from '../engine/caller'
import { callsTo } from '../engine/calls'

const closings: Readonly<Record<string, (arena: Arena) => Promise<unknown>>> = {
  suspended: ({ database }) =>
    database.sql`UPDATE organization SET suspended_at = now(), suspended_because = 'Spam' WHERE slug = 'acme'`,
  'going to be deleted': ({ database }) =>
    database.sql`UPDATE organization SET deleted_from = now() + interval '1 day' WHERE slug = 'acme'`,
}

/** Allowed calls in an organization that can only be read. */
export const closed: Catalogue = (row) => {
  if (row.kind !== 'organization') return []
  return Object.entries(closings).map(([name, arrange]): Attack => ({
    group: 'tenant',
    name: `in an organization that is ${name}`,
    shots: (arena) => {
      const caller = allowedCaller(arena, row)
      const request = callsTo(arena, row, caller).likeTheApp(row.input(arena))
      return [
        { label: caller.name, caller, request, must: 'hold', refusal: { codes: ['FORBIDDEN'] }, arrange },
      ]
    },
  }))
}
