import { Redis } from '@upstash/redis'
import { Redis as Connection } from 'ioredis'

import { plainScripts } from './plain-scripts'
import { slidingWindow } from './sliding-window'
import { type Store, STORE_DEADLINE } from './store'

/** Counts in any Redis or Valkey, with Upstash's script. Connects at once and stays connected. */
export function redisStore(url: string, deadline = STORE_DEADLINE): Store {
  const connection = new Connection(url, {
    connectionName: 'gatehouse-rate-limit',
    connectTimeout: deadline,
    commandTimeout: deadline,
    // Without it, a dead peer is only noticed when TCP gives up.
    socketTimeout: 5 * deadline,
    // While Redis is down, calls fail at once. Queued or retried calls would count late or twice.
    maxRetriesPerRequest: 0,
    retryStrategy: (attempt) => Math.min(attempt * 100, STORE_DEADLINE),
  })
  // Failed calls already report their errors. Without this listener, the library would print them too.
  connection.on('error', () => {})
  const send = plainScripts((command, ...args) => connection.call(command, ...args))
  const redis = new Redis({
    // Upstash's own client casts the result the same way.
    request: async <Result>({ body }: { body?: unknown }) => ({ result: (await send(body)) as Result }),
  })
  return {
    hit: slidingWindow(redis),
    close: async () => connection.disconnect(),
  }
}
