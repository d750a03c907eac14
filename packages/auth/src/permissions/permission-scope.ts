import type { PermissionEntry } from './permission-labels'
import { type Authority, canModifyTask, hasPermission } from './permissions'

/** How far a permission goes: not at all, to what a member created or is assigned, or to everything. */
export type PermissionScope = 'none' | 'own' | 'all'

const narrowed: readonly string[] = ['task.update', 'task.delete']
const anothersTask = { createdBy: null, assigneeId: null }

/** What a membership may do by one permission, by the rules that decide it. */
export function permissionScopeOf(
  membership: Authority,
  { name, permission }: PermissionEntry,
): PermissionScope {
  if (!hasPermission(membership, permission)) return 'none'
  const all = !narrowed.includes(name) || canModifyTask({ ...membership, userId: 'anybody' }, anothersTask)
  return all ? 'all' : 'own'
}
