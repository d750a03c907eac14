import 'server-only'

import { ownSessions } from '@kit/auth/session/sessions'
import { requireSession } from '@/lib/request/require-session'

/** Where the user is signed in, this browser first. */
export async function loadSessions() {
  return ownSessions(await requireSession())
}
