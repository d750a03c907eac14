import { startRedis } from './redis-server'

/** Gives the test run a Redis of its own, unless the one who started it names one in REDIS_URL. */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.REDIS_URL) {
    process.env.TEST_REDIS_URL = process.env.REDIS_URL
    return undefined
  }
  const redis = await startRedis()
  process.env.TEST_REDIS_URL = redis.url
  return redis.kill
}
