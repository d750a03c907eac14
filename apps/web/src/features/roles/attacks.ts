import { versionOf } from '@kit/action-middleware/input/version'
import type { Page } from '@kit/attacks/engine/page'
import { entriesOf } from '@kit/auth/permissions/permission-labels'
import { grantablePermissions, parsePermissions } from '@kit/auth/permissions/permissions'
import { demoOrganizations } from '@kit/db/demo/demo'
import { demoRoleRows } from '@kit/db/roles/demo'

import { auditOf, organization } from '@kit/attacks/engine/organization-field'
import { decision, version } from '@kit/attacks/engine/version-fields'
import { namedRows, type Field, type ForeignCase, type Input, type MatrixOf } from '@kit/attacks/engine/row'
import { holdRole } from '@kit/attacks/engine/hold-role'
import type { Person } from '@kit/attacks/app/people'
import type { Arena } from '@kit/attacks/engine/arena'
import type * as actions from '@/features/roles/actions'
import { roleContent } from './edits'

const contentFields: readonly Field[] = [
  organization,
  {
    path: 'name',
    kind: 'text',
    required: true,
    longest: 40,
    free: true,
    // Names that equal or look like another role's.
    misleading: [
      'Owner',
      'aDMIN',
      'ｅｄｉｔｏｒ',
      'Gate\u200bkeeper',
      'Gate\u202ekeeper',
      'Gate  keeper',
      '\u00ad',
    ],
  },
  { path: 'permissions', kind: 'list', required: true, longest: entriesOf(grantablePermissions).length },
]
const roleId: Field = { path: 'roleId', kind: 'uuid', required: true }

const mayManage = { owner: true, admin: true, editor: false, viewer: false } as const

const content = { organization: 'acme', name: 'Gate & fence', permissions: ['member.read', 'member.delete'] }
/** The same permissions as stored. */
const stored = { member: ['read', 'delete'] } as const

/** Created by the owner, within an admin's permissions. */
const triage = (arena: Arena) => arena.roleId('Triage')
const allowedByTriage = parsePermissions(
  demoOrganizations.flatMap(demoRoleRows).find(({ name }) => name === 'Triage')?.permissions,
)
/** Has permissions an admin doesn't have. */
const steward = (arena: Arena) => arena.roleId('Steward')

const update = (id: (arena: Arena) => string) => (arena: Arena) => ({
  ...content,
  roleId: id(arena),
  version: versionOfRole(arena, id(arena)),
})

function versionOfRole(arena: Arena, id: string): string {
  const row = arena.rows('organization_role').find((role) => role.id === id)
  return versionOf(roleContent({ name: String(row?.name), permissions: row?.permissions }))
}

const remove = (id: (arena: Arena) => string) => (arena: Arena) => ({
  organization: 'acme',
  roleId: id(arena),
})

const recordOf = (arena: Arena, action: string, by?: Person) =>
  auditOf(arena, { action, target: 'organization_role', rows: 1, by })

const foreignRoles = (make: (id: (arena: Arena) => string) => (arena: Arena) => Input): ForeignCase[] => [
  {
    label: "the other organization's role",
    input: make((arena) => arena.roleId('Globex readers')),
    refusal: 'NOT_FOUND',
  },
  { label: 'an unknown role', input: make(() => NOBODY), refusal: 'NOT_FOUND' },
  // All IDs are UUIDs: another table's must not work.
  { label: 'a member ID as role ID', input: make((arena) => memberId(arena)), refusal: 'NOT_FOUND' },
]

const NOBODY = '00000000-0000-4000-8000-000000000000'
const memberId = (arena: Arena) => arena.memberId('acme', 'viewer@acme.test')

/** The editor of Acme with a role that can change and delete roles. */
const heldByEditor = (arena: Arena) =>
  holdRole(arena, {
    person: 'editor@acme.test',
    permissions: { role: ['create', 'update', 'delete'], ...stored },
  })

/** A role with one permission only the owner has. */
const above = (input: Input): Input => ({ ...input, permissions: ['member.read', 'organization.delete'] })

const matrix: MatrixOf<typeof actions> = {
  createRoleAction: {
    kind: 'organization',
    impersonation: 'write',
    limits: ['default.user', 'roles.create'],
    encoding: 'form',
    stateful: true,
    submits: true,
    page: () => '/acme/roles/new',
    as: 'admin@acme.test',
    mayCall: mayManage,
    needs: { role: ['create'], ...stored },
    input: () => content,
    fields: contentFields,
    changes: (arena, input, by) => [
      {
        table: 'organization_role',
        kind: 'insert',
        rows: 1,
        values: {
          organization_id: arena.organizationId('acme'),
          name: input.name,
          permissions: stored,
          ...(by && { created_by: arena.userId(by) }),
        },
      },
      recordOf(arena, 'roles.create', by),
    ],
    answer: { redirect: (location) => /^\/acme\/roles(\/new)?\?created=[0-9a-f-]{36}$/.test(location) },
    refusals: ['NOT_FOUND', 'CONFLICT'],
    once: true,
    refusedByOwnership: [
      {
        label: 'an admin, with a permission only the owner has',
        as: 'admin@acme.test',
        input: () => above(content),
      },
      {
        label: 'a custom role, with a permission it lacks',
        as: 'editor@acme.test',
        input: () => ({ ...content, permissions: ['member.read', 'member.update'] }),
        arrange: heldByEditor,
      },
    ],
    allowedByOwnership: [],
    foreignIds: [],
  },
  updateRoleAction: {
    kind: 'organization',
    impersonation: 'write',
    limits: ['default.user'],
    encoding: 'form',
    stateful: true,
    page: (arena) => `/acme/roles/${triage(arena)}`,
    as: 'admin@acme.test',
    mayCall: mayManage,
    // Includes the role's permissions before and after the change.
    needs: { ...allowedByTriage, role: ['update'], ...stored },
    input: update(triage),
    fields: [...contentFields, roleId, version, decision],
    edits: 'name',
    changes: (arena, input, by) => [
      {
        table: 'organization_role',
        kind: 'update',
        rows: 1,
        columns: ['name', 'permissions', 'updated_at'],
        values: { id: input.roleId, name: input.name, permissions: stored },
      },
      recordOf(arena, 'roles.update', by),
    ],
    answer: 'data',
    refusals: ['NOT_FOUND', 'CONFLICT'],
    refusedByOwnership: [
      {
        label: 'an admin, to a permission only the owner has',
        as: 'admin@acme.test',
        input: (arena) => above(update(triage)(arena)),
      },
      {
        label: 'an admin, on a role that allows more than theirs',
        as: 'admin@acme.test',
        input: update(steward),
      },
      {
        label: "the caller's own role",
        as: 'editor@acme.test',
        input: update(steward),
        arrange: heldByEditor,
      },
    ],
    allowedByOwnership: [
      {
        label: 'the owner, on a role above an admin',
        as: 'owner@acme.test',
        input: update(steward),
      },
    ],
    foreignIds: foreignRoles(update),
  },
  deleteRoleAction: {
    kind: 'organization',
    impersonation: 'write',
    limits: ['default.user'],
    encoding: 'form',
    stateful: true,
    page: (arena) => `/acme/roles/${triage(arena)}`,
    as: 'admin@acme.test',
    mayCall: mayManage,
    needs: { ...allowedByTriage, role: ['delete'], member: ['read'] },
    input: remove(triage),
    fields: [organization, roleId],
    changes: (arena, input, by) => [
      { table: 'organization_role', kind: 'delete', rows: 1, values: { id: input.roleId } },
      recordOf(arena, 'roles.delete', by),
    ],
    answer: { redirect: (location) => location === '/acme/roles' },
    refusals: ['NOT_FOUND'],
    once: true,
    refusedByOwnership: [
      {
        label: 'an admin, on a role that allows more than theirs',
        as: 'admin@acme.test',
        input: remove(steward),
      },
      {
        label: "the caller's own role",
        as: 'editor@acme.test',
        input: remove(steward),
        arrange: heldByEditor,
      },
    ],
    allowedByOwnership: [
      { label: 'the owner, on a role above an admin', as: 'owner@acme.test', input: remove(steward) },
    ],
    foreignIds: foreignRoles(remove),
  },
}

export const attacks = namedRows('src/features/roles/actions.ts', matrix)

export const pages: readonly Page[] = [
  {
    name: 'roles of an organization',
    path: () => '/acme/roles',
    reader: 'viewer@acme.test',
    shows: () => 'Steward',
    stranger: 404,
  },
  {
    name: 'role form',
    path: () => '/acme/roles/new',
    reader: 'admin@acme.test',
    shows: () => 'Create role',
    stranger: 404,
  },
  {
    name: 'role page',
    path: (arena) => `/acme/roles/${arena.roleId('Triage')}`,
    reader: 'admin@acme.test',
    shows: () => 'Delete role',
    stranger: 404,
  },
]

export const demoRows = () => ({ organization_role: demoOrganizations.flatMap(demoRoleRows) })
