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

// What a member may do to roles. Each rule checks permissions as well as rank: a custom role may allow inviting people, but
// its members must not grant what they lack, not even a viewer's permission to read.

/** Whether the membership has all of these permissions. True for none. */
export function holdsAll(membership: Authority, permissions: Permissions): boolean {
  return Object.keys(permissions).length === 0 || hasPermission(membership, permissions)
}

/**
 * Whether a member may grant this role: it must rank below theirs and allow nothing they lack. Owners may also grant owner.
 * Read `granted` from the database, because the caller only names it.
 */
export function mayGrantRole(membership: Authority, granted: Authority): boolean {
  const above = rankOf(membership) < rankOf(granted)
  const asOwner = rankOf(membership) === 0 && rankOf(granted) === 0
  // An unknown role ranks below every other, so without this anyone could grant it.
  const known = Number.isFinite(rankOf(granted))
  return known && (above || asOwner) && holdsAll(membership, permissionsOf(granted))
}

/**
 * Whether a member may change or delete this custom role: it must allow nothing they lack and not be their own, or they
 * could give themselves permissions.
 */
export function mayChangeRole(
  membership: { role: string; customRole: { id: string; permissions: unknown } | null },
  role: { id: string; permissions: unknown },
): boolean {
  if (membership.role === customRoleName && membership.customRole?.id === role.id) return false
  return holdsAll(membership, parsePermissions(role.permissions))
}

/**
 * Whether a member may change another's role or remove them: only if the other ranks below them. Owners can't act on
 * each other; they can only step down themselves.
 */
export function mayActOn(membership: Ranked, target: Ranked): boolean {
  return rankOf(membership) < rankOf(target)
}

/** Whether a member may grant this role to another member: both rules must allow it. */
export function mayChangeRoleOf(
  membership: Authority,
  { member, granted }: { member: Ranked; granted: Authority },
): boolean {
  return mayActOn(membership, member) && mayGrantRole(membership, granted)
}
