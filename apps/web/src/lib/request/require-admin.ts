import 'server-only'
import { forbidden } from 'next/navigation'

import { requireSession } from './require-session'

/** Guards a page for super-admins: 401 without a session, 403 for everyone else. */
export async function requireAdmin() {
  const { user } = await requireSession()
  if (user.role !== 'super-admin') forbidden()
  return user
}
