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

/** Members of one organization reach for another's, by every way that the organization can be named. */
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
    attack("the other organization's owner names this one", 'owner@globex.test', row.input),
    attack("the other organization's editor names this one", 'editor@globex.test', row.input),
    attack('a person in no organization', 'nomad@gatehouse.test', row.input),
    attack('a super-admin who is no member', 'root@gatehouse.test', row.input),
    // Where the call holds no ids, this is the other owner's to do.
    ...(row.foreignIds.length === 0
      ? []
      : [
          attack(
            "the other organization's owner, one's own named, this one's ids",
            'owner@globex.test',
            named('globex'),
            {
              // What is named is not found there; a person is found to be no member.
              refusal: { codes: ['NOT_FOUND', 'CONFLICT'] },
            },
          ),
        ]),
    attack("the other organization named, one's own ids", as, named('globex')),
    attack('an organization that is not', as, named('initech')),
    ...(row.mayCall.viewer
      ? []
      : [
          attack(
            'viewer there, editor here: this one’s ids in the other',
            'both@gatehouse.test',
            named('globex'),
            { refusal: { codes: ['FORBIDDEN'] } },
          ),
        ]),
    attack('the membership was ended', as, row.input, {
      arrange: (arena) =>
        arena.besideAnotherOwner((sql) => sql`DELETE FROM member WHERE user_id = ${arena.userId(as)}`),
    }),
    ...row.foreignIds.map(({ label, input, refusal }) =>
      attack(label, as, input, { refusal: { codes: [refusal] } }),
    ),
    ...row.foreignIds.map(({ label, input, refusal }) =>
      attack(`${label}, as member of both`, 'both@gatehouse.test', input, {
        // Told apart only by what is theirs in this organization.
        refusal: { codes: [refusal, 'FORBIDDEN'] },
      }),
    ),
    {
      group: 'tenant',
      name: 'the organization spelled otherwise',
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
