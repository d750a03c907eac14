import type { Attack, Catalogue, Refusal, Shot } from '../engine/attack'
import { signedIn } from '../engine/caller'
import { callsTo } from '../engine/calls'
import type { Arena } from '../engine/arena'
import type { Person } from '../app/people'
import type { Input } from '../engine/row'

const otherSpellings = (id: string) => [
  'ACME',
  ' acme',
  'acme ',
  'acme\n',
  'acme\0',
  'acme/',
  './acme',
  'acme%00',
  '%61cme',
  'аcme',
  'acme,globex',
  "acme' OR '1'='1",
  id,
  '*',
  '',
]

/** Members of one organization attack another, through every field that can name it. */
export const tenant: Catalogue = (row) => {
  if (row.kind !== 'organization') return []
  const hidden: Refusal = { codes: ['NOT_FOUND'] }
  const { as } = row

  const attack = (
    name: string,
    person: Person,
    input: (arena: Arena) => Input,
    more: Partial<Shot> = {},
  ): Attack => ({
    group: 'tenant',
    name,
    shots: (arena) => {
      const caller = signedIn(arena, person)
      const calls = callsTo(arena, row, caller)
      const shot = { caller, must: 'hold', refusal: hidden, ...more } as const
      return [{ label: person, request: calls.likeTheApp(input(arena)), ...shot }]
    },
  })
  const named = (organization: string) => (arena: Arena) => ({ ...row.input(arena), organization })

  return [
    attack("the other organization's owner", 'owner@globex.test', row.input),
    attack("the other organization's editor", 'editor@globex.test', row.input),
    attack('a user without an organization', 'nomad@gatehouse.test', row.input),
    attack('a super-admin who is not a member', 'root@gatehouse.test', row.input),
    // Without IDs in the call, the other owner can make it.
    ...(row.foreignIds.length === 0
      ? []
      : [
          attack(
            "the other organization's owner with this organization's IDs in theirs",
            'owner@globex.test',
            named('globex'),
            {
              // The IDs are not found there, and a user is not a member.
              refusal: { codes: ['NOT_FOUND', 'CONFLICT'] },
            },
          ),
        ]),
    attack('own IDs in the other organization', as, named('globex')),
    attack('an unknown organization', as, named('initech')),
    ...(row.mayCall.viewer
      ? []
      : [
          attack(
            "viewer there, editor here: this organization's IDs in the other",
            'both@gatehouse.test',
            named('globex'),
            { refusal: { codes: ['FORBIDDEN'] } },
          ),
        ]),
    attack('a former member', as, row.input, {
      arrange: (arena) =>
        arena.besideAnotherOwner((sql) => sql`DELETE FROM member WHERE user_id = ${arena.userId(as)}`),
    }),
    attack('a member without the two-factor authentication that the organization requires', as, row.input, {
      refusal: { codes: ['TWO_FACTOR_REQUIRED'] },
      arrange: async (arena) => {
        const { sql } = arena.database
        await sql`UPDATE organization SET two_factor_required = true WHERE id = ${arena.organizationId('acme')}`
        await sql`DELETE FROM two_factor WHERE user_id = ${arena.userId(as)}`
      },
    }),
    ...(row.twoFactor
      ? [
          attack('a member without the two-factor authentication that the action requires', as, row.input, {
            refusal: { codes: ['TWO_FACTOR_REQUIRED'] },
            arrange: (arena) =>
              arena.database.sql`DELETE FROM two_factor WHERE user_id = ${arena.userId(as)}`,
          }),
        ]
      : []),
    ...row.foreignIds.map(({ label, input, refusal }) =>
      attack(label, as, input, { refusal: { codes: [refusal] } }),
    ),
    ...row.foreignIds.map(({ label, input, refusal }) =>
      attack(`${label}, as a member of both`, 'both@gatehouse.test', input, {
        // FORBIDDEN only for rows that are theirs in this organization.
        refusal: { codes: [refusal, 'FORBIDDEN'] },
      }),
    ),
    {
      group: 'tenant',
      name: 'another spelling of the organization',
      shots: (arena) => {
        const caller = signedIn(arena, as)
        const calls = callsTo(arena, row, caller)
        return otherSpellings(arena.organizationId('acme')).map((organization) => ({
          label: JSON.stringify(organization),
          caller,
          request: calls.likeTheApp({ ...row.input(arena), organization }),
          must: 'hold',
          refusal: hidden,
        }))
      },
    },
  ]
}
