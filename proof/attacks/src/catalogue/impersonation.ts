import type { Attack, Catalogue, Refusal, Shot } from '../engine/attack'
import { signedIn, type Caller } from '../engine/caller'
import { callsTo } from '../engine/calls'
import { impersonate, type Impersonated } from '../engine/impersonate'
import { demoPassword, type Person } from '../app/people'
import type { Arena } from '../engine/arena'

const ADMIN: Person = 'root@gatehouse.test'

/** An admin who impersonates the row's allowed caller, and what ends the impersonation. */
export const impersonation: Catalogue = (row) => {
  const as = row.as
  if (!as || row.kind === 'public') return []
  // Nobody can impersonate an admin, so admin actions are called as someone else.
  const isAdmin = row.kind === 'admin'
  const person = isAdmin ? 'nomad@gatehouse.test' : as
  const refusal: Refusal = { codes: ['IMPERSONATING'] }
  const attack = (
    name: string,
    state: Impersonated,
    how: Partial<Shot> & { input?: Record<string, unknown> } = {},
  ): Attack => ({
    group: 'session',
    name,
    shots: (arena) => {
      const caller: Caller = { ...signedIn(arena, ADMIN), name: `${ADMIN} as ${person}`, person }
      const { input, ...more } = how
      const request = callsTo(arena, row, caller).likeTheApp({ ...row.input(arena), ...input })
      return [
        {
          label: caller.name,
          caller,
          request,
          must: 'hold',
          refusal,
          arrange: () => impersonate(arena, { admin: ADMIN, person, ...state }),
          ...more,
        },
      ]
    },
  })
  /** The allowed call, with both names in every audit row. */
  const recorded: Attack['shots'] = (arena) =>
    attack('', { mode: 'read-write' }, { must: 'succeed', changes: withAdmin(arena) }).shots(arena)
  const withAdmin = (arena: Arena) =>
    row
      .changes(arena, row.input(arena), person)
      .map((change) =>
        change.table === 'audit_event'
          ? { ...change, values: { ...change.values, impersonator_id: arena.userId(ADMIN) } }
          : change,
      )
  const over: Refusal = { codes: ['UNAUTHORIZED'] }
  const mode = row.impersonation === 'read' ? 'read-only' : 'read-write'
  return [
    row.impersonation === 'read'
      ? attack('impersonating read-only', { mode: 'read-only' }, { must: 'succeed' })
      : attack('impersonating read-only', { mode: 'read-only' }),
    row.impersonation
      ? { group: 'session', name: 'impersonating', shots: recorded }
      : attack('impersonating', { mode: 'read-write' }),
    ...(row.impersonation
      ? [
          attack(
            'impersonating, with the password in the call',
            { mode },
            { input: { reauthenticationPassword: demoPassword } },
          ),
          attack('impersonating, after the time is over', { mode, minutes: 61 }, { refusal: over }),
          ...ends.map(([name, change]) => attack(name, { mode, change }, { refusal: over })),
          attack(
            'impersonating with write access, as support',
            { mode: 'read-write', change: support },
            { refusal: over },
          ),
        ]
      : []),
  ]
}

/** What ends an impersonation while it runs. */
const ends: readonly [string, NonNullable<Impersonated['change']>][] = [
  ['impersonating, after losing the role', { who: 'admin', column: 'role', value: 'user' }],
  ['impersonating a suspended person', { who: 'person', column: 'banned', value: true }],
  ['impersonating someone who became an admin', { who: 'person', column: 'role', value: 'super-admin' }],
  ['impersonating someone whose account was deleted', 'person deleted'],
]

const support = { who: 'admin', column: 'role', value: 'support' } as const
