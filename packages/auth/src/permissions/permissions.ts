import { type Grant, type Permissions, resources, type Role, roles } from './resources'

export { type Permissions, type Role, roles } from './resources'

/** The verbs that pass `keep`, by resource. A resource without any has an empty list. */
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

/** Every permission: each resource with its verbs. */
export const statements = verbsWhere(() => true)

function heldBy(role: Role): Permissions {
  const held = verbsWhere(({ from }) => roles.indexOf(role) <= roles.indexOf(from))
  return Object.fromEntries(Object.entries(held).filter(([, verbs]) => verbs.length > 0))
}

/**
 * The permissions of each role. The server enforces this table, and the UI uses it to hide controls. Where a permission covers only a
 * member's own rows, `canModifyOwn` decides too.
 */
export const rolePermissions: Readonly<Record<Role, Permissions>> = {
  owner: heldBy('owner'),
  admin: heldBy('admin'),
  editor: heldBy('editor'),
  viewer: heldBy('viewer'),
}

/** The part of a membership that decides its permissions. */
export interface Authority {
  role: string
  /** The row that `role: 'custom'` refers to. Unknown permissions in it are ignored. */
  customRole: { permissions: unknown } | null
  /** Only the permissions to read count. */
  readOnly?: true
}

/** The part of a membership that decides its rank. */
export interface Ranked {
  role: string
  customRole: object | null
}

/** The `role` of a member with a custom role. Without its row, the member has no permissions. */
export const customRoleName = 'custom'

export function isRole(value: unknown): value is Role {
  return roles.some((role) => role === value)
}

/**
 * Returns a membership's rank; 0 is owner. A custom role ranks with editor, regardless of its permissions:
 * permissions decide what
 * its members may do, and rank decides which members they can act on.
 * @returns Infinity for an unknown role, or a custom one without a row
 */
export function rankOf({ role, customRole }: Ranked): number {
  // indexOf alone would return -1 for an unknown role, which ranks above owner.
  if (isRole(role)) return roles.indexOf(role)
  return role === customRoleName && customRole ? roles.indexOf('editor') : Infinity
}

/** Whether the membership ranks at `min` or above. An unknown role on either side is refused. */
export function hasMinRole(membership: Authority, min: Role): boolean {
  return isRole(min) && rankOf(membership) <= roles.indexOf(min)
}

/** Returns all permissions of a membership; none for an unknown role. */
export function permissionsOf({ role, customRole, readOnly }: Authority): Permissions {
  const held = heldByRole({ role, customRole })
  return readOnly ? readsIn(held) : held
}

function heldByRole({ role, customRole }: Authority): Permissions {
  if (isRole(role)) return rolePermissions[role]
  return role === customRoleName && customRole ? parsePermissions(customRole.permissions) : {}
}

function readsIn(permissions: Permissions): Permissions {
  const reads = [...verbsByResource(permissions)].map(
    ([resource, verbs]) => [resource, verbs.filter((verb) => verb === 'read')] as const,
  )
  return Object.fromEntries(reads.filter(([, verbs]) => verbs.length > 0))
}

/** Whether the membership has all of `permissions`. An empty or unknown permission is refused. */
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

/** The permissions a custom role can have. */
export const grantablePermissions = verbsWhere(({ standardOnly }) => !standardOnly)

/**
 * Returns the permissions in `value` that a custom role can have, each once. Ignores the rest.
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

/** A Map, because `__proto__` and `constructor` exist on plain objects. */
function verbsByResource(permissions: Permissions): Map<string, readonly string[]> {
  return new Map(Object.entries(permissions))
}
