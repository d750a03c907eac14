import { Redis } from '@upstash/redis'

import { slidingWindow } from './sliding-window'
import { type Store, STORE_DEADLINE } from './store'

/** Counts in Upstash over HTTPS. */
export function upstashStore(url: string, token: string, deadline = STORE_DEADLINE): Store {
  const redis = new Redis({
    url,
    token,
    // A retry would count twice.
    retry: { retries: 0 },
    signal: () => AbortSignal.timeout(deadline),
    enableTelemetry: false,
  })
  return { hit: slidingWindow(redis), close: async () => {} }
}
