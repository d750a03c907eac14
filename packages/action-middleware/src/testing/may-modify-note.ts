import { type Authority, hasMinRole } from '@kit/auth/permissions/permissions'
import type { NoteAuthority } from '@kit/db/testing/fixture-domain/notes'

/** The ownership rule of the fixture domain: an admin any note, an editor their own. */
export function mayModifyNote(membership: Authority & { userId: string }, note: NoteAuthority): boolean {
  if (hasMinRole(membership, 'admin')) return true
  const own = note.createdBy === membership.userId || note.ownerId === membership.userId
  return hasMinRole(membership, 'editor') && own
}
