import type { PermissionEntry } from './permission-labels'
import { type Authority, canModifyTask, hasPermission } from './permissions'

/** What a permission covers: nothing, rows a member created or is assigned, or everything. */
export type PermissionScope = 'none' | 'own' | 'all'

const narrowed: readonly string[] = ['task.update', 'task.delete']
const anothersTask = { createdBy: null, assigneeId: null }

/** Returns what one permission covers for a membership. */
export function permissionScopeOf(
  membership: Authority,
  { name, permission }: PermissionEntry,
): PermissionScope {
  if (!hasPermission(membership, permission)) return 'none'
  const all = !narrowed.includes(name) || canModifyTask({ ...membership, userId: 'anybody' }, anothersTask)
  return all ? 'all' : 'own'
}
