import 'server-only'

import { ownPasskeys } from '@kit/auth/passkeys/own-passkeys'
import { requireSession } from '@/lib/request/require-session'

/** The user's passkeys, the newest first. */
export async function loadPasskeys() {
  const { user } = await requireSession()
  return ownPasskeys(user.id)
}
