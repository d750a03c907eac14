import { Ratelimit } from '@upstash/ratelimit'
import type { Redis } from '@upstash/redis'

import { roundingUp } from './rounding-up'
import type { LimitResult, Store } from './store'

/** Upstash's sliding window: one command per call, decided inside Redis. */
export function slidingWindow(client: Redis): Store['hit'] {
  const redis = roundingUp(client)
  const limiters = new Map<string, Ratelimit>()

  function limiterOf(limit: number, windowSeconds: number): Ratelimit {
    const name = `${limit}/${windowSeconds}`
    const known = limiters.get(name)
    if (known) return known
    const made = new Ratelimit({
      redis,
      limiter: Ratelimit.slidingWindow(limit, `${windowSeconds} s`),
      prefix: 'gatehouse',
      // A process-local cache of refusals would outlast the shared ones.
      ephemeralCache: false,
      // The library allows calls after its timeout; here a late store counts as failed.
      timeout: 0,
    })
    limiters.set(name, made)
    return made
  }

  return async (key, limit, windowSeconds): Promise<LimitResult> => {
    // Braces keep both windows of a key on one cluster node.
    const reply = await limiterOf(limit, windowSeconds).limit(`{${key}}`)
    // The script returns the limit; any other answer could be mistaken for permission.
    if (reply.limit !== limit) throw new Error('The store gave an invalid answer.')
    if (reply.success) return { allowed: true, retryAfterSeconds: 0 }
    // When the next window begins, all calls of this one still count. After that, fewer and fewer of them do.
    const wait = Math.floor((reply.reset - Date.now()) / 1000 + windowSeconds / limit) + 1
    return { allowed: false, retryAfterSeconds: Math.max(1, wait) }
  }
}
