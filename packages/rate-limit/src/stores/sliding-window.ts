import { Ratelimit } from '@upstash/ratelimit'
import type { Redis } from '@upstash/redis'

import type { LimitResult, Store } from './store'

/** Upstash's sliding window over any client of theirs: one command a call, decided inside of Redis. */
export function slidingWindow(redis: Redis): Store['hit'] {
  const limiters = new Map<string, Ratelimit>()

  function limiterOf(limit: number, windowSeconds: number): Ratelimit {
    const name = `${limit}/${windowSeconds}`
    const known = limiters.get(name)
    if (known) return known
    const made = new Ratelimit({
      redis,
      limiter: Ratelimit.slidingWindow(limit, `${windowSeconds} s`),
      prefix: 'gatehouse',
      // Refusals remembered in one process would outlast those of the others.
      ephemeralCache: false,
      // It lets a call through when the time is up; here a store that is late has failed.
      timeout: 0,
    })
    limiters.set(name, made)
    return made
  }

  return async (key, limit, windowSeconds): Promise<LimitResult> => {
    // In braces, so that a cluster keeps both windows of a key in one place.
    const reply = await limiterOf(limit, windowSeconds).limit(`{${key}}`)
    // The script repeats the limit. What does not was no answer of the script, and might read as a yes.
    if (reply.limit !== limit) throw new Error('The store gave an answer that is none.')
    if (reply.success) return { allowed: true, retryAfterSeconds: 0 }
    const wait = Math.floor((reply.reset - Date.now()) / 1000) + 1
    return { allowed: false, retryAfterSeconds: Math.max(1, wait) }
  }
}
