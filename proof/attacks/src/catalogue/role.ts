import type { Attack, Catalogue } from '../engine/attack'
import { signedIn } from '../engine/caller'
import { callsTo } from '../engine/calls'
import { acmePersonOf, type Role } from '../app/people'
import type { Arena } from '../engine/arena'

const roles: readonly Role[] = ['owner', 'admin', 'editor', 'viewer']

/** Invalid stored roles, which must grant nothing. */
const unknownRoles = [
  '__proto__',
  'constructor',
  'toString',
  'Owner',
  'owner,viewer',
  '["owner"]',
  'super-admin',
  'member',
  '',
]

/** Members who lack the role or the ownership. */
export const role: Catalogue = (row) => {
  if (row.kind !== 'organization') return []
  const { as } = row
  const refusal = { codes: ['FORBIDDEN'] } as const
  const withRole = (arena: Arena, given: string) =>
    arena.besideAnotherOwner(
      (sql) => sql`UPDATE member SET role = ${given} WHERE user_id = ${arena.userId(as)}`,
    )
  return [
    ...roles
      .filter((name) => !row.mayCall[name])
      .map((name): Attack => ({
        group: 'role',
        name: `as ${name}`,
        shots: (arena) => {
          const caller = signedIn(arena, acmePersonOf[name])
          const request = callsTo(arena, row, caller).likeTheApp(row.input(arena))
          const codes = [row.roleRefusals?.[name] ?? 'FORBIDDEN'] as const
          return [{ label: caller.name, caller, request, must: 'hold', refusal: { codes } }]
        },
      })),
    ...row.refusedByOwnership.map(({ label, as: person, input, arrange }): Attack => ({
      group: 'role',
      name: label,
      shots: (arena) => {
        const caller = signedIn(arena, person)
        const sent = input(arena)
        return [
          {
            label,
            caller,
            input: sent,
            request: callsTo(arena, row, caller).likeTheApp(sent),
            must: 'hold',
            refusal,
            arrange,
          },
        ]
      },
    })),
    ...(row.mayCall.viewer
      ? []
      : [
          {
            group: 'role',
            name: 'demoted to viewer after signing in',
            shots: (arena) => {
              const caller = signedIn(arena, as)
              const request = callsTo(arena, row, caller).likeTheApp(row.input(arena))
              const arrange = () => withRole(arena, 'viewer')
              return [{ label: as, caller, request, must: 'hold', refusal, arrange }]
            },
          } satisfies Attack,
        ]),
    {
      group: 'role',
      name: 'an unknown role',
      shots: (arena) => {
        const caller = signedIn(arena, as)
        const request = callsTo(arena, row, caller).likeTheApp(row.input(arena))
        return unknownRoles.map((unknown) => ({
          label: JSON.stringify(unknown),
          caller,
          request,
          must: 'hold',
          refusal,
          arrange: () => withRole(arena, unknown),
        }))
      },
    },
  ]
}
