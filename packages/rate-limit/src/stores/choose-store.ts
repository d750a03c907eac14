import type { Env } from '@kit/env'

import type { Store } from './store'

/** Picks the store from the settings: Upstash, else Redis, else Postgres. Loads only that one's client. */
export async function chooseStore(env: Env, deadline?: number): Promise<Store> {
  const { UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: token, REDIS_URL, DATABASE_URL } = env
  if (url && token) return (await import('./upstash-store')).upstashStore(url, token, deadline)
  if (REDIS_URL) return (await import('./redis-store')).redisStore(REDIS_URL, deadline)
  return (await import('./postgres-store')).postgresStore(DATABASE_URL)
}
