import type { Env } from '@kit/env'

import { postgresStore } from './postgres-store'
import { redisStore } from './redis-store'
import type { Store } from './store'
import { upstashStore } from './upstash-store'

/** Picks the store from the settings: Upstash, else Redis, else Postgres. */
export function chooseStore(env: Env, deadline?: number): Store {
  const { UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: token, REDIS_URL, DATABASE_URL } = env
  if (url && token) return upstashStore(url, token, deadline)
  return REDIS_URL ? redisStore(REDIS_URL, deadline) : postgresStore(DATABASE_URL)
}
