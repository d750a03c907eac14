import { Redis } from 'ioredis'

/** Returns the URL of this test run's Redis. */
export function testRedisUrl(): string {
  const url = process.env.TEST_REDIS_URL
  if (!url) throw new Error('TEST_REDIS_URL is not set: add testing/vitest-global-setup.ts to globalSetup.')
  return url
}

/** Deletes keys with this prefix, so a Redis from REDIS_URL is left as it was. */
export async function forget(prefix: string): Promise<void> {
  const redis = new Redis(testRedisUrl())
  try {
    for await (const keys of redis.scanStream({ match: `gatehouse:{${prefix}*`, count: 1000 })) {
      if (Array.isArray(keys) && keys.length > 0) await redis.unlink(...keys.map(String))
    }
  } finally {
    redis.disconnect()
  }
}
