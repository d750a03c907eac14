import type { Attack, Catalogue } from '../engine/attack'
import { allowedCaller } from '../engine/caller'
import { callsTo } from '../engine/calls'
import { demoPassword } from '../app/people'
import { parseSessionCookie } from '../app/sessions'
import type { Arena } from '../engine/arena'

/** A session without a recent password check, such as an unattended browser. */
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
      const caller = allowedCaller(arena, row)
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

  /** Sends the password in the form, as a browser without JavaScript does. */
  const carrying = (name: string, reauthenticationPassword: string, must: 'hold' | 'succeed'): Attack => ({
    group: 'fresh',
    name,
    shots: (arena) => {
      const caller = allowedCaller(arena, row)
      const calls = callsTo(arena, row, caller)
      const input = { ...row.input(arena), reauthenticationPassword }
      const changes = must === 'hold' ? [] : row.changes(arena, row.input(arena), as)
      const shot = {
        caller,
        must,
        arrange: forgotten,
        changes,
        // The call may delete the session's user.
        sweeps: must === 'hold' ? [] : [confirmedSession(arena)],
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

  const confirmedSession = (arena: Arena) =>
    ({
      table: 'session',
      kind: 'update',
      rows: 1,
      columns: ['proved_at', 'updated_at'],
      values: { token: tokenOf(arena) },
    }) as const

  /** The client checks the password, whichever action is called. */
  const wrong = (name: string, password: string): Attack => ({
    ...carrying(`expired re-authentication, ${name} password in the call`, password, 'hold'),
    spread: 'attacks',
  })

  return [
    wrong('wrong', 'close-the-gate-2026'),
    wrong('empty', ''),
    wrong('overlong', 'x'.repeat(500)),
    // With two-factor authentication the password isn't enough (`freshWithTwoFactor`).
    ...(row.twoFactor || row.withoutPassword || row.kind === 'admin'
      ? []
      : [carrying('expired re-authentication, right password in the call', demoPassword, 'succeed')]),
    {
      group: 'fresh',
      name: 'fresh session, overlong password or code in the call',
      shots: (arena) => {
        const caller = allowedCaller(arena, row)
        return ['reauthenticationPassword', 'reauthenticationCode'].map((field) => {
          const input = { ...row.input(arena), [field]: 'x'.repeat(500) }
          const request = callsTo(arena, row, caller).likeTheApp(input)
          return { label: field, caller, request, must: 'hold', refusal: { invalid: true } }
        })
      },
    },
    attack('re-authenticated eleven minutes ago', forgotten),
    attack('never re-authenticated', ({ database }) => database.sql`UPDATE session SET proved_at = NULL`),
    attack('re-authenticated in other sessions only', (arena) => {
      const { sql } = arena.database
      return sql`UPDATE session SET proved_at = NULL WHERE token = ${tokenOf(arena)}`
    }),
    attack(
      're-authenticated nine minutes ago is fresh',
      ({ database }) => database.sql`UPDATE session SET proved_at = now() - interval '9 minutes'`,
      'succeed',
    ),
  ]
}
