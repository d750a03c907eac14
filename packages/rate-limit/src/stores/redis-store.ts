import { Redis } from '@upstash/redis'
import { Redis as Connection } from 'ioredis'

import { plainScripts } from './plain-scripts'
import { slidingWindow } from './sliding-window'
import { type Store, STORE_DEADLINE } from './store'

/** Counts in any Redis or Valkey, with the script that counts in Upstash. Connects at once and stays connected. */
export function redisStore(url: string, deadline = STORE_DEADLINE): Store {
  const connection = new Connection(url, {
    connectionName: 'gatehouse-rate-limit',
    connectTimeout: deadline,
    commandTimeout: deadline,
    // A peer that is gone without a word would otherwise be waited for until TCP gives up.
    socketTimeout: 5 * deadline,
    // While Redis is away calls fail at once: neither kept for later nor sent again, which would count them twice.
    maxRetriesPerRequest: 0,
    retryStrategy: (attempt) => Math.min(attempt * 100, STORE_DEADLINE),
  })
  // Each call that fails tells for itself; without a listener the library prints as well.
  connection.on('error', () => {})
  const send = plainScripts((command, ...args) => connection.call(command, ...args))
  const redis = new Redis({
    // The type of what comes back is the caller's wish here and in Upstash's own client.
    request: async <Result>({ body }: { body?: unknown }) => ({ result: (await send(body)) as Result }),
  })
  return {
    hit: slidingWindow(redis),
    close: async () => connection.disconnect(),
  }
}
