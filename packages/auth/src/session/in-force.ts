import type { ImpersonationMode } from '@kit/db/impersonation/values'
import { hasInstallationPermission } from '../permissions/installation'

interface Bannable {
  banned?: boolean | null | undefined
  banExpires?: Date | null | undefined
}

/** A session that acts as someone else, as it is stored. */
interface Stored<Person extends { role: string | null } & Bannable> {
  mode: ImpersonationMode
  expiresAt: Date
  /** Null if the account is deleted. */
  person: Person | null
}

export function isBanned(user: Bannable): boolean {
  return user.banned === true && (!user.banExpires || user.banExpires > new Date())
}

/**
 * Whether an impersonation is still in force. Checked at every request, so it ends at once when the admin loses the role, when
 * the person gets one or is suspended, or when the time is up.
 * @param role the admin's
 */
export function isInForce<Person extends { role: string | null } & Bannable>(
  role: string,
  stored: Stored<Person>,
): stored is Stored<Person> & { person: Person } {
  const { mode, expiresAt, person } = stored
  if (!hasInstallationPermission(role, mode === 'read-only' ? 'person.impersonate' : 'person.actAs'))
    return false
  if (expiresAt <= new Date()) return false
  // Every other value of the column is refused, such as a list of roles.
  if (!person || (person.role ?? 'user') !== 'user') return false
  if (isBanned(person)) return false
  return true
}
