import 'server-only'
import { env } from '@kit/env'

import { chooseStore } from './stores/choose-store'
import { createLimiter, type Limiter } from './limiter'
import type { Store } from './stores/store'

// On globalThis, because a development server reloads this module after every change.
const shared: typeof globalThis & { gatehouseLimitStore?: Promise<Store> } = globalThis

let limiter: Limiter | undefined

/**
 * Counts one call under a named policy, in the process's one store, opened at first use.
 * @param log called when the store fails; the policy then decides
 * @throws EnvError for invalid settings
 */
export const checkLimit: Limiter['check'] = async (policy, subjects, log) => {
  shared.gatehouseLimitStore ??= chooseStore(env())
  limiter ??= createLimiter(await shared.gatehouseLimitStore, env().BETTER_AUTH_SECRET)
  return limiter.check(policy, subjects, log)
}

/** Ends the store's connections. The next `checkLimit` opens another. */
export async function closeLimits(): Promise<void> {
  const store = shared.gatehouseLimitStore
  shared.gatehouseLimitStore = undefined
  limiter = undefined
  await (await store)?.close()
}
