import 'server-only'
import { unauthorized } from 'next/navigation'

import { getSession } from '@kit/auth/session/session'

/** The session of a page's visitor; without one the page is Next's 401, which asks to sign in. */
export async function requireSession() {
  return (await getSession()) ?? unauthorized()
}
