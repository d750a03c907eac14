import 'server-only'

import { listSoleOwnerships } from '@kit/db/accounts/sole-ownerships'
import { requireSession } from '@/lib/request/require-session'

/** Organizations that keep the user from deleting their account. */
export async function loadSoleOwnerships() {
  const { user } = await requireSession()
  return listSoleOwnerships(user.id)
}
