import 'server-only'

import { listSoleOwnerships } from '@kit/db/accounts/sole-ownerships'
import { requireSession } from '@/lib/request/require-session'

/** Organizations of which the user is the only owner. */
export async function loadSoleOwnerships() {
  const { user } = await requireSession()
  const all = await listSoleOwnerships(user.id)
  return {
    /** They keep the user from deleting their account. */
    open: all.filter(({ isClosed }) => !isClosed),
    /** They pass to another member, or are deleted with the account. */
    closed: all.filter(({ isClosed }) => isClosed),
  }
}
