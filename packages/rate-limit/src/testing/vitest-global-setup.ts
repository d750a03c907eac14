import { startRedis } from './redis-server'

/** Starts a Redis for the test run, unless REDIS_URL is set. */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.REDIS_URL) {
    process.env.TEST_REDIS_URL = process.env.REDIS_URL
    return undefined
  }
  const redis = await startRedis()
  process.env.TEST_REDIS_URL = redis.url
  return redis.kill
}
