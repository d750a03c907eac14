import { canModifyOwn } from './own-rows'
import type { PermissionEntry } from './permission-labels'
import { type Authority, hasPermission } from './permissions'

/** What a permission covers: nothing, rows a member created or is assigned, or everything. */
export type PermissionScope = 'none' | 'own' | 'all'

const anothersRow = { createdBy: null, assigneeId: null }

/** Returns what one permission covers for a membership. */
export function permissionScopeOf(
  membership: Authority,
  { own, permission }: Pick<PermissionEntry, 'own' | 'permission'>,
): PermissionScope {
  if (!hasPermission(membership, permission)) return 'none'
  return !own || canModifyOwn({ ...membership, userId: 'anybody' }, anothersRow) ? 'all' : 'own'
}
