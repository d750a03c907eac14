import { type Grant, type Permissions, resources, type Role, roles } from './resources'

export { type Permissions, type Role, roles } from './resources'

/** The verbs that are kept, by resource; an empty list where none is. */
function verbsWhere(keep: (grant: Grant) => boolean): Required<Permissions> {
  const kept = Object.entries(resources).map(([resource, { verbs }]) => [
    resource,
    Object.entries<Grant>(verbs)
      .filter(([, grant]) => keep(grant))
      .map(([verb]) => verb),
  ])
  const table: object = Object.fromEntries(kept)
  if (!hasEveryResource(table)) throw new Error('A resource has no list of verbs.')
  return table
}

function hasEveryResource(table: object): table is Required<Permissions> {
  return Object.keys(resources).every((resource) => Object.hasOwn(table, resource))
}

/** Everything that can be allowed: what, and what may be done with it. */
export const statements = verbsWhere(() => true)

function heldBy(role: Role): Permissions {
  const held = verbsWhere(({ from }) => roles.indexOf(role) <= roles.indexOf(from))
  return Object.fromEntries(Object.entries(held).filter(([, verbs]) => verbs.length > 0))
}

/**
 * Who may do what. The server decides by this table and the UI hides by it. Where a permission reaches a member's own rows
 * only, `canModifyOwn` decides besides.
 */
export const rolePermissions: Readonly<Record<Role, Permissions>> = {
  owner: heldBy('owner'),
  admin: heldBy('admin'),
  editor: heldBy('editor'),
  viewer: heldBy('viewer'),
}

/** As much of a membership as decides what it allows. */
export interface Authority {
  role: string
  /** The row that `role: 'custom'` stands for. Its permissions are read here, and believed only as far as they exist. */
  customRole: { permissions: unknown } | null
}

/** As much of a membership as decides its rank. */
export interface Ranked {
  role: string
  customRole: object | null
}

/** The `role` of a member whose permissions stand in a row that the organization made. No such row, no permission. */
export const customRoleName = 'custom'

export function isRole(value: unknown): value is Role {
  return roles.some((role) => role === value)
}

/**
 * How high a membership stands: 0 is the owner. A custom role stands with the editor, whatever it allows: what it may do
 * is asked of its permissions, and the rank says whom it may act on.
 * @returns Infinity for a role that is unknown, or custom without a row
 */
export function rankOf({ role, customRole }: Ranked): number {
  // indexOf alone would put an unknown role at -1: above the owner.
  if (isRole(role)) return roles.indexOf(role)
  return role === customRoleName && customRole ? roles.indexOf('editor') : Infinity
}

/** Whether the membership ranks with `min` or above it. An unknown role is below every other, on either side. */
export function hasMinRole(membership: Authority, min: Role): boolean {
  return isRole(min) && rankOf(membership) <= roles.indexOf(min)
}

/** All that the membership allows; nothing for an unknown role. */
export function permissionsOf({ role, customRole }: Authority): Permissions {
  if (isRole(role)) return rolePermissions[role]
  return role === customRoleName && customRole ? parsePermissions(customRole.permissions) : {}
}

/** Whether the membership has every one of `permissions`. Asking for nothing, or for what does not exist, is refused. */
export function hasPermission(membership: Authority, permissions: Permissions): boolean {
  const granted = verbsByResource(permissionsOf(membership))
  const asked = verbsByResource(permissions)
  return (
    asked.size > 0 &&
    [...asked].every(([resource, verbs]) => {
      const allowed = granted.get(resource) ?? []
      return verbs.length > 0 && verbs.every((verb) => allowed.includes(verb))
    })
  )
}

/** What a custom role can allow. */
export const grantablePermissions = verbsWhere(({ standardOnly }) => !standardOnly)

/**
 * What of `value` a custom role can allow, each permission once. The rest is as if it were not there: it can grant
 * nothing.
 */
export function parsePermissions(value: unknown): Permissions {
  if (typeof value !== 'object' || value === null) return {}
  const given = new Map<string, unknown>(Object.entries(value))
  const known = [...verbsByResource(grantablePermissions)].map(([resource, verbs]) => {
    const listed = given.get(resource)
    return [resource, Array.isArray(listed) ? verbs.filter((verb) => listed.includes(verb)) : []] as const
  })
  return Object.fromEntries(known.filter(([, verbs]) => verbs.length > 0))
}

/** Maps know no prototype, so `__proto__` or `constructor` is just another name that is not there. */
function verbsByResource(permissions: Permissions): Map<string, readonly string[]> {
  return new Map(Object.entries(permissions))
}
