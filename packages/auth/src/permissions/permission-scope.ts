import { canModifyOwn } from './own-rows'
import type { PermissionEntry } from './permission-labels'
import { type Authority, hasPermission } from './permissions'

/** How far a permission goes: not at all, to what a member created or is assigned, or to everything. */
export type PermissionScope = 'none' | 'own' | 'all'

const anothersRow = { createdBy: null, assigneeId: null }

/** What a membership may do by one permission, by the rules that decide it. */
export function permissionScopeOf(
  membership: Authority,
  { own, permission }: Pick<PermissionEntry, 'own' | 'permission'>,
): PermissionScope {
  if (!hasPermission(membership, permission)) return 'none'
  return !own || canModifyOwn({ ...membership, userId: 'anybody' }, anothersRow) ? 'all' : 'own'
}
