import 'server-only'
import { unauthorized } from 'next/navigation'

import { getSession } from '@kit/auth/session/session'

/** Returns the session, or ends in the 401 page, which asks to sign in. */
export async function requireSession() {
  return (await getSession()) ?? unauthorized()
}
