import type { Attack, Catalogue } from '../engine/attack'
import { rightfulCaller } from '../engine/caller'
import { callsTo } from '../engine/calls'
import { demoPassword } from '../app/people'
import { parseSessionCookie } from '../app/sessions'
import type { Arena } from '../engine/arena'

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
  const forgotten = ({ database }: Arena) =>
    database.sql`UPDATE session SET proved_at = now() - interval '11 minutes'`

  /** As a browser without JavaScript gives it: in the form that is refused, sent once more. */
  const carrying = (name: string, reauthenticationPassword: string, must: 'hold' | 'succeed'): Attack => ({
    group: 'fresh',
    name,
    shots: (arena) => {
      const caller = rightfulCaller(arena, row)
      const calls = callsTo(arena, row, caller)
      const input = { ...row.input(arena), reauthenticationPassword }
      const changes = must === 'hold' ? [] : row.changes(arena, row.input(arena), as)
      const shot = {
        caller,
        must,
        arrange: forgotten,
        changes,
        // Whose session it is may be deleted by the call.
        sweeps: must === 'hold' ? [] : [provedSession(arena)],
      }
      return [
        {
          label: 'by script',
          request: calls.likeTheApp(input),
          refusal: { codes: ['WRONG_PASSWORD', 'FRESH_SESSION_REQUIRED'] },
          ...shot,
        },
        { label: 'without JavaScript', request: calls.boundForm(input), refusal: { pages: [200] }, ...shot },
      ]
    },
  })

  const provedSession = (arena: Arena) =>
    ({
      table: 'session',
      kind: 'update',
      rows: 1,
      columns: ['proved_at', 'updated_at'],
      values: { token: tokenOf(arena) },
    }) as const

  return [
    carrying('an old proof, and a wrong password in the call', 'close-the-gate-2026', 'hold'),
    carrying('an old proof, and an empty password in the call', '', 'hold'),
    carrying('an old proof, and a password too long for any account', 'x'.repeat(500), 'hold'),
    carrying('an old proof, and the password in the call', demoPassword, 'succeed'),
    {
      group: 'fresh',
      name: 'a fresh proof, and a password in the call too long for any account',
      shots: (arena) => {
        const caller = rightfulCaller(arena, row)
        const input = { ...row.input(arena), reauthenticationPassword: 'x'.repeat(500) }
        const request = callsTo(arena, row, caller).likeTheApp(input)
        return [{ label: 'by script', caller, request, must: 'hold', refusal: { invalid: true } }]
      },
    },
    attack('a proof of eleven minutes ago', forgotten),
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
