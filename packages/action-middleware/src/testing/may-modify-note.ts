import { type Authority, hasMinRole } from '@kit/auth/permissions/permissions'
import type { NoteAuthority } from '@kit/db/testing/fixture-domain/notes'

/** The fixture domain's ownership rule: admins may modify any note, editors their own. */
export function mayModifyNote(membership: Authority & { userId: string }, note: NoteAuthority): boolean {
  if (hasMinRole(membership, 'admin')) return true
  const own = note.createdBy === membership.userId || note.ownerId === membership.userId
  return hasMinRole(membership, 'editor') && own
}
