import 'server-only'

import { linkedProviders } from '@kit/auth/providers/link-account'
import { enabledProviders } from '@kit/auth/providers/providers'
import { requireSession } from '@/lib/request/require-session'

/** The ways in which the user can confirm their identity. Providers are listed only for users without a password. */
export async function loadConfirmation() {
  const { user } = await requireSession()
  const linked = user.hasPassword ? [] : await linkedProviders(user.id)
  const usable = new Set(enabledProviders().map(({ id }) => id))
  return { user, providers: linked.filter(({ id, since }) => since !== undefined && usable.has(id)) }
}
