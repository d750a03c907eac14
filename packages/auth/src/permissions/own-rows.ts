import { type Authority, hasMinRole } from './permissions'

/**
 * Whether a member may change or delete this row: an owner or admin any, an editor or a custom role those they created
 * or are assigned, a viewer none. A custom role needs the permission besides, as everybody does. The row has to be of the
 * membership's organization; that is proved where it is read.
 */
export function canModifyOwn(
  membership: Authority & { userId: string },
  row: { createdBy: string | null; assigneeId?: string | null },
): boolean {
  if (hasMinRole(membership, 'admin')) return true
  const own = row.createdBy === membership.userId || row.assigneeId === membership.userId
  return hasMinRole(membership, 'editor') && own
}
