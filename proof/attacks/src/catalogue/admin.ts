import type { Attack, Catalogue, Refusal } from '../engine/attack'
import { allowedCaller, signedIn } from '../engine/caller'
import { callsTo } from '../engine/calls'
import type { Person } from '../app/people'
import type { Arena } from '../engine/arena'

/** Organization members of every role, and someone without an organization. */
const others: readonly Person[] = [
  'owner@acme.test',
  'admin@acme.test',
  'viewer@acme.test',
  'nomad@gatehouse.test',
]

/** Invalid stored roles, which must grant nothing. */
const unknownRoles = [
  'user',
  'support',
  'user,super-admin',
  '["super-admin"]',
  'Super-Admin',
  'super-admin ',
  'admin',
  'owner',
  '',
]

/** Next's 403 page. Without JavaScript it answers 404. */
const refusal: Refusal = { thrown: [403], pages: [403, 404] }

/** Calls of super-admin actions by people who aren't super-admins. */
export const admin: Catalogue = (row) => {
  if (row.kind !== 'admin') return []
  const { as } = row
  const attack = (name: string, shots: Attack['shots']): Attack => ({ group: 'role', name, shots })
  const asRole = (arena: Arena, role: string | null) =>
    arena.database.sql`UPDATE "user" SET role = ${role} WHERE id = ${arena.userId(as)}`
  return [
    ...others.map((person) =>
      attack(`as ${person}`, (arena) => {
        const caller = signedIn(arena, person)
        const calls = callsTo(arena, row, caller)
        const input = row.input(arena)
        const shot = { caller, must: 'hold', refusal } as const
        return [
          { label: 'by script', request: calls.likeTheApp(input), ...shot },
          { label: 'without JavaScript', request: calls.boundForm(input), ...shot },
        ]
      }),
    ),
    attack('a role in the input', (arena) => {
      const caller = signedIn(arena, 'owner@acme.test')
      const calls = callsTo(arena, row, caller)
      return [{ role: 'super-admin' }, { user: { role: 'super-admin' } }].map((more) => ({
        label: Object.keys(more).join(),
        caller,
        request: calls.json({ ...row.input(arena), ...more }),
        must: 'hold',
        refusal,
      }))
    }),
    attack('an unknown role', (arena) => {
      const caller = allowedCaller(arena, row)
      return unknownRoles
        .filter((role) => !(row.support && role === 'support'))
        .map((role) => ({
          label: JSON.stringify(role),
          caller,
          request: callsTo(arena, row, caller).likeTheApp(row.input(arena)),
          must: 'hold',
          refusal,
          arrange: () => asRole(arena, role),
        }))
    }),
    attack('demoted after signing in', (arena) => {
      const caller = allowedCaller(arena, row)
      const calls = callsTo(arena, row, caller)
      const shot = { caller, must: 'hold', refusal, arrange: () => asRole(arena, null) } as const
      return [
        { label: 'by script', request: calls.likeTheApp(row.input(arena)), ...shot },
        { label: 'without JavaScript', request: calls.boundForm(row.input(arena)), ...shot },
      ]
    }),
    ...(row.refusedAfter ?? []).map(({ label, arrange }) =>
      attack(label, (arena) => {
        const caller = allowedCaller(arena, row)
        const request = callsTo(arena, row, caller).likeTheApp(row.input(arena))
        return [{ label, caller, request, must: 'hold', refusal: { codes: ['CONFLICT'] }, arrange }]
      }),
    ),
    attack('without two-factor authentication', (arena) => {
      // Development doesn't require it by default.
      if (arena.development) return []
      const caller = allowedCaller(arena, row)
      return [
        {
          label: 'by script',
          caller,
          request: callsTo(arena, row, caller).likeTheApp(row.input(arena)),
          must: 'hold',
          refusal: { codes: ['TWO_FACTOR_REQUIRED'] },
          arrange: () => arena.database.sql`DELETE FROM two_factor WHERE user_id = ${arena.userId(as)}`,
        },
      ]
    }),
  ]
}
