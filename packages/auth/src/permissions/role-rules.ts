import {
  type Authority,
  customRoleName,
  hasPermission,
  parsePermissions,
  type Permissions,
  permissionsOf,
  rankOf,
  type Ranked,
} from './permissions'

// What a person may do to roles. Each rule asks for permissions as well as for rank: somebody with a custom role may have
// been allowed to invite, and still must not hand out what they do not have, not even the viewer's right to read.

/** Whether the membership allows all of this; nothing is always allowed. */
export function holdsAll(membership: Authority, permissions: Permissions): boolean {
  return Object.keys(permissions).length === 0 || hasPermission(membership, permissions)
}

/**
 * Whether a member may give somebody this role: one below their own that allows nothing they may not do themselves. An
 * owner may make others owner. What `granted` is has to be read from the database, since the caller only names it.
 */
export function mayGrantRole(membership: Authority, granted: Authority): boolean {
  const above = rankOf(membership) < rankOf(granted)
  const asOwner = rankOf(membership) === 0 && rankOf(granted) === 0
  // An unknown role is below every other: without this, anybody might give it.
  const known = Number.isFinite(rankOf(granted))
  return known && (above || asOwner) && holdsAll(membership, permissionsOf(granted))
}

/**
 * Whether a member may change or delete this role of the organization's own: one that allows nothing they may not do
 * themselves, and not the one they hold, or they would raise themselves by what their own role may be given.
 */
export function mayChangeRole(
  membership: { role: string; customRole: { id: string; permissions: unknown } | null },
  role: { id: string; permissions: unknown },
): boolean {
  if (membership.role === customRoleName && membership.customRole?.id === role.id) return false
  return holdsAll(membership, parsePermissions(role.permissions))
}

/**
 * Whether a member may change the role of another or remove them: only of someone who ranks below them. Nobody ranks
 * below themselves, and no owner below another owner, who can only step down by their own hand.
 */
export function mayActOn(membership: Ranked, target: Ranked): boolean {
  return rankOf(membership) < rankOf(target)
}

/** Whether a member may give this role to another member: both rules must allow it. */
export function mayChangeRoleOf(
  membership: Authority,
  { member, granted }: { member: Ranked; granted: Authority },
): boolean {
  return mayActOn(membership, member) && mayGrantRole(membership, granted)
}
