import { parseEnv } from '@kit/env'
import { expect, it, vi } from 'vitest'

import { chooseStore } from './choose-store'

vi.mock('./upstash-store', () => ({ upstashStore: (...args: string[]) => ['upstash', ...args] }))
vi.mock('./redis-store', () => ({ redisStore: (...args: string[]) => ['redis', ...args] }))
vi.mock('./postgres-store', () => ({ postgresStore: (...args: string[]) => ['postgres', ...args] }))

const DATABASE_URL = 'postgres://app@127.0.0.1:1/none'
const REDIS_URL = 'redis://127.0.0.1:1'
const upstash = { UPSTASH_REDIS_REST_URL: 'https://eu1.upstash.io', UPSTASH_REDIS_REST_TOKEN: 'token' }

it.each([
  ['the database by default', {}, ['postgres', DATABASE_URL]],
  ['Redis when it is set', { REDIS_URL }, ['redis', REDIS_URL, 50]],
  ['Upstash when both are set', { REDIS_URL, ...upstash }, ['upstash', ...Object.values(upstash), 50]],
])('counts in %s', async (_, given, chosen) => {
  expect(await chooseStore(parseEnv({ DATABASE_URL, ...given }), 50)).toEqual(chosen)
})
