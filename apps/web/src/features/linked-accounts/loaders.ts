import 'server-only'

import { linkedProviders } from '@kit/auth/providers/link-account'
import { requireSession } from '@/lib/request/require-session'

/** Each provider that is set up or linked, with whether the user has linked it. */
export async function loadLinkedProviders() {
  const { user } = await requireSession()
  return linkedProviders(user.id)
}
