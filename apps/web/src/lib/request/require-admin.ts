import 'server-only'
import { forbidden } from 'next/navigation'

import { requireSession } from './require-session'

/** The gate of a page for super-admins of the whole installation: 401 without a session, 403 for anyone else. */
export async function requireAdmin() {
  const { user } = await requireSession()
  if (user.role !== 'super-admin') forbidden()
  return user
}
