/** Those that every organization has, highest first. A role that is neither here nor made by it may do nothing. */
export const roles = ['owner', 'admin', 'editor', 'viewer'] as const
export type Role = (typeof roles)[number]

/** Everything that can be allowed: what, and what may be done with it. */
export const statements = {
  organization: ['update', 'delete', 'transfer'],
  member: ['read', 'create', 'update', 'delete'],
  invitation: ['create', 'cancel'],
  role: ['create', 'update', 'delete'],
  task: ['read', 'create', 'update', 'delete'],
  audit: ['read'],
} as const
export type Resource = keyof typeof statements
export type Verb<R extends Resource = Resource> = (typeof statements)[R][number]
export type Permissions = { readonly [R in Resource]?: readonly Verb<R>[] }

/**
 * Who may do what. The server decides by this table and the UI hides by it. An editor's `update` and `delete` reach only
 * the tasks that `canModifyTask` leaves them, and so do a custom role's.
 */
export const rolePermissions: Record<Role, Permissions> = {
  owner: statements,
  admin: {
    organization: ['update'],
    member: ['read', 'create', 'update', 'delete'],
    invitation: ['create', 'cancel'],
    role: ['create', 'update', 'delete'],
    task: ['read', 'create', 'update', 'delete'],
    audit: ['read'],
  },
  editor: { member: ['read'], task: ['read', 'create', 'update', 'delete'] },
  viewer: { member: ['read'], task: ['read'] },
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

/**
 * What a custom role can allow. Not to hand the organization over: who does becomes an admin by it, and no role below an
 * admin's may raise whoever holds it.
 */
export const grantablePermissions = {
  ...statements,
  organization: ['update', 'delete'],
} as const satisfies Permissions

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

/**
 * Whether a member may change or delete this task: an owner or admin any, an editor or a custom role those they created
 * or are assigned, a viewer none. A custom role needs the permission besides, as everybody does. The task has to be of
 * the membership's organization; that is proved where it is read.
 */
export function canModifyTask(
  membership: Authority & { userId: string },
  task: { createdBy: string | null; assigneeId: string | null },
): boolean {
  if (hasMinRole(membership, 'admin')) return true
  const own = task.createdBy === membership.userId || task.assigneeId === membership.userId
  return hasMinRole(membership, 'editor') && own
}
