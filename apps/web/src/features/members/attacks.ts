import { versionOf } from '@kit/action-middleware/input/version'
import type { Page } from '@kit/attacks/engine/page'
import { endOfMembership } from '@kit/attacks/engine/leaving'
import { auditOf, organization } from '@kit/attacks/engine/organization-field'
import { version } from '@kit/attacks/engine/version-fields'
import {
  namedRows,
  type Field,
  type ForeignCase,
  type Input,
  type MatrixOf,
  type OwnershipCase,
} from '@kit/attacks/engine/row'
import type { Person } from '@kit/attacks/app/people'
import type { Arena } from '@kit/attacks/engine/arena'
import type * as actions from '@/features/members/actions'

const NOBODY = '00000000-0000-4000-8000-000000000000'
const memberId: Field = { path: 'memberId', kind: 'uuid', required: true }
const mayCall = { owner: true, admin: true, editor: false, viewer: false } as const
/** A custom role ranks with editor, like the target in these examples. */
const needs = null

const change =
  (of: Person, role = 'viewer') =>
  (arena: Arena): Input => ({
    organization: 'acme',
    memberId: arena.memberId('acme', of),
    role,
    version: versionOfMember(arena, arena.memberId('acme', of)),
  })
/** The version of a seeded member of any organization. */
function versionOfMember(arena: Arena, id: string): string {
  const row = arena.rows('member').find((member) => member.id === id)
  return versionOf({ role: row?.custom_role_id ?? row?.role })
}

const remove =
  (of: Person) =>
  (arena: Arena): Input => ({
    organization: 'acme',
    memberId: arena.memberId('acme', of),
  })

/** Every action on members applies the same rule: only members below the caller. */
const notBelow = (make: (of: Person) => (arena: Arena) => Input): OwnershipCase[] => [
  { label: 'an admin on the owner', as: 'admin@acme.test', input: make('owner@acme.test') },
  { label: 'an admin on themselves', as: 'admin@acme.test', input: make('admin@acme.test') },
  { label: 'the owner on themselves', as: 'owner@acme.test', input: make('owner@acme.test') },
  { label: 'an editor on a viewer', as: 'editor@acme.test', input: make('viewer@acme.test') },
  { label: 'a viewer on themselves', as: 'viewer@acme.test', input: make('viewer@acme.test') },
]

/** IDs from another organization, of other kinds, and unknown ones. */
const foreign = (make: (id: string) => (arena: Arena) => Input): ForeignCase[] =>
  (
    [
      [
        "the other organization's owner as the target",
        (arena) => arena.memberId('globex', 'owner@globex.test'),
      ],
      [
        "the other organization's editor as the target",
        (arena) => arena.memberId('globex', 'editor@globex.test'),
      ],
      [
        "the target's membership in the other organization",
        (arena) => arena.memberId('globex', 'both@gatehouse.test'),
      ],
      ['a user ID as member ID', (arena) => arena.userId('viewer@acme.test')],
      ['an unknown member', () => NOBODY],
    ] satisfies [string, (arena: Arena) => string][]
  ).map(([label, id]) => ({ label, input: (arena) => make(id(arena))(arena), refusal: 'NOT_FOUND' }))

const matrix: MatrixOf<typeof actions> = {
  changeRoleAction: {
    kind: 'organization',
    limits: ['default.user'],
    encoding: 'json',
    stateful: false,
    page: () => '/acme/members',
    as: 'admin@acme.test',
    mayCall,
    needs,
    input: change('editor@acme.test'),
    fields: [organization, memberId, { path: 'role', kind: 'choice', required: true }, version],
    edits: 'role',
    changes: (arena, { memberId: id, role }, by) => [
      { table: 'member', kind: 'update', rows: 1, columns: ['role'], values: { id, role } },
      auditOf(arena, { action: 'members.changeRole', target: 'member', rows: 1, by }),
    ],
    answer: 'data',
    refusals: ['NOT_FOUND'],
    refusedByOwnership: [
      ...notBelow((of) => change(of)),
      ...(['owner', 'admin'] as const).map((role) => ({
        label: `an admin makes an editor ${role}`,
        as: 'admin@acme.test' as const,
        input: change('editor@acme.test', role),
      })),
      {
        label: 'an admin makes themselves owner',
        as: 'admin@acme.test',
        input: change('admin@acme.test', 'owner'),
      },
    ],
    allowedByOwnership: [
      { label: 'the owner on an admin', as: 'owner@acme.test', input: change('admin@acme.test') },
      {
        label: 'the owner makes an owner',
        as: 'owner@acme.test',
        input: change('viewer@acme.test', 'owner'),
      },
    ],
    foreignIds: foreign((id) => (arena) => ({
      organization: 'acme',
      memberId: id,
      role: 'viewer',
      version: versionOfMember(arena, id),
    })),
  },
  removeMemberAction: {
    kind: 'organization',
    impersonation: 'write',
    limits: ['default.user'],
    encoding: 'json',
    stateful: false,
    page: () => '/acme/members',
    as: 'admin@acme.test',
    mayCall,
    needs,
    input: remove('editor@acme.test'),
    fields: [organization, memberId],
    changes: (arena, input, by) =>
      endOfMembership(arena, { action: 'members.remove', of: personOf(arena, input), by }),
    answer: 'data',
    refusals: ['NOT_FOUND'],
    once: true,
    refusedByOwnership: notBelow(remove),
    allowedByOwnership: [
      { label: 'the owner on an admin', as: 'owner@acme.test', input: remove('admin@acme.test') },
    ],
    foreignIds: foreign((id) => () => ({ organization: 'acme', memberId: id })),
  },
}

function personOf(arena: Arena, input: Input): Person {
  const found = (['admin@acme.test', 'editor@acme.test'] as const).find(
    (person) => arena.memberId('acme', person) === input.memberId,
  )
  if (!found) throw new Error('No example removes that member.')
  return found
}

export const attacks = namedRows('src/features/members/actions.ts', matrix)

export const pages: readonly Page[] = [
  {
    name: 'members of an organization',
    path: () => '/acme/members',
    reader: 'editor@acme.test',
    shows: () => 'viewer@acme.test',
    stranger: 404,
  },
]
