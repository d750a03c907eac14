import { createHash } from 'node:crypto'

import type { Redis } from '@upstash/redis'

const DOWN = 'requestsInPreviousWindow = math.floor('
const UP = 'requestsInPreviousWindow = math.ceil('

const sha1 = (script: string) => createHash('sha1').update(script).digest('hex')

/**
 * Replaces the rounding in Upstash's script. Rounded down, a window that has just started would allow one call more
 * than the limit. The original is never called by its hash, because someone may have loaded it.
 * @throws if the script no longer has that line
 */
export function roundingUp(redis: Redis): Pick<Redis, 'eval' | 'evalsha' | 'get' | 'set'> {
  const hashes = new Map<string, string>()
  return {
    get: redis.get.bind(redis),
    set: redis.set.bind(redis),
    eval: async (...[script, keys, args]) => {
      const strict = script.replace(DOWN, UP)
      if (strict === script) throw new Error('The script of @upstash/ratelimit has changed.')
      hashes.set(sha1(script), sha1(strict))
      return redis.eval(strict, keys, args)
    },
    evalsha: async (...[hash, keys, args]) => {
      const strict = hashes.get(hash)
      // The answer that makes the library send the script.
      if (!strict) throw new Error('NOSCRIPT')
      return redis.evalsha(strict, keys, args)
    },
  }
}
