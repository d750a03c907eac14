import type { Attack, Catalogue } from '../attack'
import { rightfulCaller } from '../caller'
import { callsTo } from '../calls'
import { parseSessionCookie } from '../../fixtures/sessions'
import type { Arena } from '../arena'

/** A session in which nobody has given the password lately: an open browser that somebody sits down at. */
export const fresh: Catalogue = (row) => {
  const { as } = row
  if (!row.fresh || !as) return []
  const tokenOf = (arena: Arena) => parseSessionCookie(arena.session(as).cookie).token

  const attack = (
    name: string,
    arrange: (arena: Arena) => Promise<unknown>,
    must: 'hold' | 'succeed' = 'hold',
  ): Attack => ({
    group: 'fresh',
    name,
    shots: (arena) => {
      const caller = rightfulCaller(arena, row)
      const calls = callsTo(arena, row, caller)
      const input = row.input(arena)
      const shot = { caller, must, arrange }
      return [
        {
          label: 'by script',
          request: calls.likeTheApp(input),
          refusal: { codes: ['FRESH_SESSION_REQUIRED'] },
          ...shot,
        },
        { label: 'without JavaScript', request: calls.boundForm(input), refusal: { pages: [200] }, ...shot },
      ]
    },
  })
  return [
    attack(
      'a proof of eleven minutes ago',
      ({ database }) => database.sql`UPDATE session SET proved_at = now() - interval '11 minutes'`,
    ),
    attack('no proof at all', ({ database }) => database.sql`UPDATE session SET proved_at = NULL`),
    attack('a proof in every session but this one', (arena) => {
      const { sql } = arena.database
      return sql`UPDATE session SET proved_at = NULL WHERE token = ${tokenOf(arena)}`
    }),
    attack(
      'a proof of nine minutes ago is fresh',
      ({ database }) => database.sql`UPDATE session SET proved_at = now() - interval '9 minutes'`,
      'succeed',
    ),
  ]
}
