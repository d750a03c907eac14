import 'server-only'
import { env } from '@kit/env'

import { chooseStore } from './stores/choose-store'
import { createLimiter, type Limiter } from './limiter'
import type { Store } from './stores/store'

// On globalThis, because a development server loads this module again after every change and would connect again.
const shared: typeof globalThis & { gatehouseLimitStore?: Store } = globalThis

let limiter: Limiter | undefined

/**
 * Counts one call under a named policy, in the process's one store, opened at first use.
 * @param log is told when the call could not be counted; the policy decides whether it may go on all the same
 * @throws EnvError when the settings are unfit
 */
export const checkLimit: Limiter['check'] = async (policy, subjects, log) => {
  shared.gatehouseLimitStore ??= chooseStore(env())
  limiter ??= createLimiter(shared.gatehouseLimitStore, env().BETTER_AUTH_SECRET)
  return limiter.check(policy, subjects, log)
}

/** Ends the store's connections. The next `checkLimit` opens another. */
export async function closeLimits(): Promise<void> {
  const store = shared.gatehouseLimitStore
  shared.gatehouseLimitStore = undefined
  limiter = undefined
  await store?.close()
}
