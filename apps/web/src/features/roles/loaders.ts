import 'server-only'
import { forbidden, notFound } from 'next/navigation'

import { entriesOf, permissionEntries, resourceLabels } from '@kit/auth/permissions/permission-labels'
import {
  customRoleName,
  hasPermission,
  grantablePermissions,
  parsePermissions,
  roles,
} from '@kit/auth/permissions/permissions'
import { permissionScopeOf } from '@kit/auth/permissions/permission-scope'
import { mayChangeRole } from '@kit/auth/permissions/role-rules'
import { findRole, listRoles, type RoleRow } from '@kit/db/roles/roles'
import { roleBounds } from '@kit/db/organizations/values'
import type { Tenant } from '@kit/db/tenancy/tenant'
import { mayOpen } from '@/lib/organization/organization-pages'
import { readOrganization } from '@/lib/organization/read-organization'
import { roleName } from '@/lib/organization/role-name'

/** Every role with the scope of each permission, by the rules of the actions. */
export function loadRoles(organization: string) {
  return readOrganization(organization, 'roles', async (db, { membership }) => {
    const custom = await listRoles(db)
    const held = [
      ...roles.map((role) => ({ key: role, role, customRole: null })),
      ...custom.map((role) => ({ key: role.id, role: customRoleName, customRole: role })),
    ]
    return {
      columns: held.map((role) => ({
        key: role.key,
        name: roleName(role),
        isYours: isHeld(membership, role),
      })),
      rows: permissionEntries.map(({ name, label, resource, ...entry }) => ({
        name,
        label,
        resource,
        scopes: held.map((role) => permissionScopeOf(role, entry)),
      })),
      custom: custom.map((role) => roleDto(role, membership)),
      mayCreate: hasPermission(membership, { role: ['create'] }),
      isFull: custom.length >= roleBounds.perOrganization,
    }
  })
}

export type RolesDto = Awaited<ReturnType<typeof loadRoles>>

/** Data for the new role form: the permissions this member can grant. */
export function loadNewRole(organization: string) {
  return readOrganization(organization, 'roles/new', async (_db, { membership }) => ({
    choices: choicesOf(membership),
    canRead: mayOpen(membership, 'roles'),
  }))
}

/** A role to edit or delete. 403 for members who can do neither. */
export function loadRole(organization: string, roleId: string) {
  return readOrganization(organization, 'roles/[id]', async (db, { membership }) => {
    const found = await findRole(db, roleId)
    if (!found) notFound()
    const role = roleDto(found, membership)
    if (!role.canUpdate && !role.canDelete) forbidden()
    return { role, choices: choicesOf(membership) }
  })
}

function roleDto({ id, name, members, permissions }: RoleRow, membership: Tenant['membership']) {
  const mayChange = mayChangeRole(membership, { id, permissions })
  return {
    id,
    name,
    members,
    permissions: entriesOf(parsePermissions(permissions)).map((entry) => entry.name),
    canUpdate: mayChange && hasPermission(membership, { role: ['update'] }),
    canDelete: mayChange && hasPermission(membership, { role: ['delete'] }),
  }
}

export type RoleDto = ReturnType<typeof roleDto>

function choicesOf(membership: Tenant['membership']) {
  return entriesOf(grantablePermissions)
    .filter(({ permission }) => hasPermission(membership, permission))
    .map(({ name, label, own, resource }) => ({
      name,
      label,
      own,
      heading: resourceLabels[resource] ?? resource,
    }))
}

export type PermissionChoice = ReturnType<typeof choicesOf>[number]

function isHeld(
  membership: Tenant['membership'],
  { role, customRole }: { role: string; customRole: { id: string } | null },
): boolean {
  return membership.role === role && membership.customRole?.id === customRole?.id
}
