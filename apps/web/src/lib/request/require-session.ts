import 'server-only'
import { unauthorized } from 'next/navigation'

import { getSession } from '@kit/auth/session/session'

import { countPersonRead } from '../overload/count-person-read'

/**
 * The session of a page's visitor; without one the page is Next's 401, which asks to sign in.
 * @throws TooManyReadsError
 */
export async function requireSession() {
  const session = (await getSession()) ?? unauthorized()
  countPersonRead(session.user.id)
  return session
}
