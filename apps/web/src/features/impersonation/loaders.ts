import 'server-only'
import { isBusy } from '@kit/db/connection/busy-error'
import { currentImpersonation } from '@kit/auth/impersonation/impersonation'
import { hasInstallationPermission } from '@kit/auth/permissions/installation'
import { listImpersonationsOf } from '@kit/db/impersonation/history'
import { readPerson } from '@kit/db/people/person'
import { requireAdmin } from '@/lib/request/require-admin'
import { requireSession } from '@/lib/request/require-session'
import { notFound } from 'next/navigation'

/** What the banner says on every page. Null if no one is impersonated. */
export async function loadImpersonation() {
  try {
    const current = await currentImpersonation()
    return current && { ...current, expiresAt: current.expiresAt.toISOString() }
  } catch (error) {
    // The page itself says that the database is busy.
    if (isBusy(error)) return null
    throw error
  }
}

/** Data for the form that starts an impersonation. */
export async function loadImpersonationForm(personId: string) {
  const reader = await requireAdmin('person.impersonate')
  const person = (await readPerson(personId)) ?? notFound()
  if (!canBeImpersonated(person, reader.id)) notFound()
  return { person, mayWrite: hasInstallationPermission(reader.role, 'person.actAs') }
}

/** Past impersonations of the signed-in user, latest first. */
export async function loadOwnImpersonations() {
  const { user } = await requireSession()
  const past = await listImpersonationsOf(user.id)
  return past.map(({ at, ...one }) => ({ ...one, at: at.toISOString() }))
}

/** Whether to offer an impersonation of this person. The database checks this too. */
export function canBeImpersonated(
  person: { id: string; role: string | null; suspended: boolean },
  readerId: string,
): boolean {
  return person.id !== readerId && (person.role ?? 'user') === 'user' && !person.suspended
}
