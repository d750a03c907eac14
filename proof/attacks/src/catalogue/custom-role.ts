import { entriesOf } from '@kit/auth/permissions/permission-labels'
import { grantablePermissions, type Permissions, statements } from '@kit/auth/permissions/permissions'

import type { Attack, Catalogue, Shot } from '../engine/attack'
import { signedIn } from '../engine/caller'
import { callsTo } from '../engine/calls'
import { heldRole, holdRole } from '../engine/hold-role'
import type { Arena } from '../engine/arena'
import type { Person } from '../app/people'
import type { Input } from '../engine/row'

/** Returns every permission except one. */
function without(missing: string): Permissions {
  return Object.fromEntries(
    Object.entries(grantablePermissions).map(([resource, verbs]) => [
      resource,
      verbs.filter((verb) => `${resource}.${verb}` !== missing),
    ]),
  )
}

/** Invalid stored permissions, which must grant nothing. */
const nothings: Record<string, unknown>[] = [
  {},
  { '*': ['*'] },
  Object.fromEntries(Object.keys(statements).map((resource) => [resource, '*'])),
  Object.fromEntries(Object.keys(statements).map((resource) => [resource, ['*', 'READ', 'all', 'owner']])),
  Object.fromEntries(Object.entries(statements).map(([resource, verbs]) => [resource, verbs.join()])),
  { role: 'owner', permissions: statements },
  { constructor: statements, prototype: statements, toString: ['create', 'update', 'delete'] },
]

/** Members with a custom role, which must allow exactly what it lists. */
export const customRole: Catalogue = (row) => {
  if (row.kind !== 'organization') return []
  const { as, needs } = row

  const attack = (
    group: Attack['group'],
    name: string,
    arrange: (arena: Arena) => Promise<unknown>,
    more: { must?: Shot['must']; person?: Person; input?: (arena: Arena) => Input } = {},
  ): Attack => ({
    group,
    name: `custom role: ${name}`,
    shots: (arena) => {
      const caller = signedIn(arena, more.person ?? as)
      const input = (more.input ?? row.input)(arena)
      const request = callsTo(arena, row, caller).likeTheApp(input)
      const must = more.must ?? 'hold'
      return [
        { label: caller.name, caller, input, request, must, refusal: { codes: ['FORBIDDEN'] }, arrange },
      ]
    },
  })

  if (needs === 'membership') {
    const nothing = (arena: Arena) => holdRole(arena, { person: as, permissions: {} })
    return [attack('allowed', 'custom role without permissions', nothing, { must: 'succeed' })]
  }

  const everywhere = attack(
    'tenant',
    'every permission in the other organization, none here',
    async (arena) => {
      const person = 'both@gatehouse.test'
      await holdRole(arena, { person, permissions: {} })
      await holdRole(arena, { person, organization: 'globex', permissions: statements })
    },
    { person: 'both@gatehouse.test' },
  )
  const elsewhere = attack(
    'tenant',
    'every permission here, none in the other organization',
    async (arena) => {
      const person = 'both@gatehouse.test'
      await holdRole(arena, { person, permissions: statements })
      await holdRole(arena, { person, organization: 'globex', permissions: {} })
    },
    {
      person: 'both@gatehouse.test',
      input: (arena) => ({ ...row.input(arena), organization: 'globex' }),
    },
  )
  const notOne = nothings.map((permissions) =>
    attack('role', `permissions that grant nothing, ${JSON.stringify(permissions).slice(0, 40)}`, (arena) =>
      holdRole(arena, { person: as, permissions }),
    ),
  )

  if (!needs) {
    return [
      attack('role', 'every permission where a role is required', (arena) =>
        holdRole(arena, { person: as, permissions: statements }),
      ),
      ...notOne,
      everywhere,
      elsewhere,
    ]
  }
  return [
    attack(
      'allowed',
      'exactly the needed permissions',
      (arena) => holdRole(arena, { person: as, permissions: needs }),
      {
        must: 'succeed',
      },
    ),
    ...entriesOf(needs).map(({ name, label }) =>
      attack('role', `every permission except to ${label}`, (arena) =>
        holdRole(arena, { person: as, permissions: without(name) }),
      ),
    ),
    attack('role', 'lowered after signing in', async (arena) => {
      await holdRole(arena, { person: as, permissions: needs })
      await arena.database.sql`UPDATE organization_role SET permissions = '{}' WHERE name = ${heldRole.acme}`
    }),
    ...notOne,
    everywhere,
    elsewhere,
  ]
}
