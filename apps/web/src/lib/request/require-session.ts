import 'server-only'
import { unauthorized } from 'next/navigation'

import { getSession } from '@kit/auth/session/session'

import { countPersonRead } from '../overload/count-person-read'

/**
 * Returns the session, or ends in the 401 page, which asks to sign in.
 * @throws TooManyReadsError
 */
export async function requireSession() {
  const session = (await getSession()) ?? unauthorized()
  // An admin uses up their own share, not the impersonated person's.
  countPersonRead(session.impersonation?.admin.id ?? session.user.id)
  return session
}
