import { type Authority, hasMinRole } from './permissions'

/**
 * Whether a member may change or delete this row: owners and admins any row, editors and custom roles the rows they
 * created or are assigned, viewers none. Everyone also needs the permission. The query must have proved that the row is
 * in the membership's organization.
 */
export function canModifyOwn(
  membership: Authority & { userId: string },
  row: { createdBy: string | null; assigneeId?: string | null },
): boolean {
  if (hasMinRole(membership, 'admin')) return true
  const own = row.createdBy === membership.userId || row.assigneeId === membership.userId
  return hasMinRole(membership, 'editor') && own
}
