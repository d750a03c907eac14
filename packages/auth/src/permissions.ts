/** Highest first. A role that is not in this list may do nothing. */
export const roles = ['owner', 'admin', 'editor', 'viewer'] as const
export type Role = (typeof roles)[number]

/** Everything that can be allowed: what, and what may be done with it. */
export const statements = {
  organization: ['update', 'delete', 'transfer'],
  member: ['read', 'create', 'update', 'delete'],
  invitation: ['create', 'cancel'],
  task: ['read', 'create', 'update', 'delete'],
  audit: ['read'],
} as const
export type Resource = keyof typeof statements
export type Verb<R extends Resource = Resource> = (typeof statements)[R][number]
export type Permissions = { readonly [R in Resource]?: readonly Verb<R>[] }

/**
 * Who may do what. The server decides by this table and the UI hides by it. An editor's `update` and `delete` reach only
 * the tasks that `canModifyTask` leaves them.
 */
export const rolePermissions: Record<Role, Permissions> = {
  owner: statements,
  admin: {
    organization: ['update'],
    member: ['read', 'create', 'update', 'delete'],
    invitation: ['create', 'cancel'],
    task: ['read', 'create', 'update', 'delete'],
    audit: ['read'],
  },
  editor: { member: ['read'], task: ['read', 'create', 'update', 'delete'] },
  viewer: { member: ['read'], task: ['read'] },
}

export function isRole(value: unknown): value is Role {
  return roles.some((role) => role === value)
}

/** Whether `role` is `min` or above it. An unknown role is below every other, on either side. */
export function hasMinRole(role: string, min: Role): boolean {
  // indexOf alone would put an unknown role at -1: above the owner.
  return isRole(role) && isRole(min) && roles.indexOf(role) <= roles.indexOf(min)
}

/** Whether `role` has every one of `permissions`. Asking for nothing, or for what does not exist, is refused. */
export function hasPermission(role: string, permissions: Permissions): boolean {
  if (!isRole(role)) return false
  // Maps know no prototype, so `__proto__` or `constructor` is just another name that is not there.
  const granted = new Map<string, readonly string[]>(Object.entries(rolePermissions[role]))
  const asked = Object.entries(permissions)
  return (
    asked.length > 0 &&
    asked.every(([resource, verbs]) => {
      const allowed = granted.get(resource) ?? []
      return verbs.length > 0 && verbs.every((verb) => allowed.includes(verb))
    })
  )
}

/**
 * Whether a member may change or delete this task: an owner or admin any, an editor those they created or are assigned,
 * a viewer none. The task has to be of the membership's organization; that is proved where it is read.
 */
export function canModifyTask(
  membership: { userId: string; role: string },
  task: { createdBy: string | null; assigneeId: string | null },
): boolean {
  if (hasMinRole(membership.role, 'admin')) return true
  const own = task.createdBy === membership.userId || task.assigneeId === membership.userId
  return hasMinRole(membership.role, 'editor') && own
}
