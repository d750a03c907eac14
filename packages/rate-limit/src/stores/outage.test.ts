import { randomUUID } from 'node:crypto'

import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'

import { createLimiter, type Limiter, type StoreFailure } from '../limiter'
import { redisStore } from './redis-store'
import type { Store } from './store'
import { PATIENCE } from '../testing/patience'
import { type RedisServer, startRedis } from '../testing/redis-server'
import { startUpstashProxy, type UpstashProxy } from '../testing/upstash-proxy'
import { upstashStore } from './upstash-store'

const SECRET = 'x'.repeat(32)

/** Makes a sensitive call and another one, each with its own key. Returns the results and the logged failures. */
async function callsOf(limiter: Limiter) {
  const failures: StoreFailure[] = []
  const log = (failure: StoreFailure) => failures.push(failure)
  const [signIn, work] = await Promise.all([
    limiter.check('signIn.email', { email: randomUUID() }, log),
    limiter.check('default.user', { user: randomUUID() }, log),
  ])
  return { signIn: signIn.allowed, work: work.allowed, logged: failures.map(({ policy }) => policy).sort() }
}

const well = { signIn: true, work: true, logged: [] }
const ill = { signIn: false, work: true, logged: ['default.user', 'signIn.email'] }

/** Retries until the store is connected and answers within the deadline. */
const isWell = (limiter: Limiter) =>
  expect.poll(() => callsOf(limiter), { timeout: PATIENCE, interval: 20 }).toEqual(well)

let redis: RedisServer
let proxy: UpstashProxy

const stores: [string, () => Store][] = [
  ['redisStore', () => redisStore(redis.url)],
  ['upstashStore', () => upstashStore(proxy.url, proxy.token)],
]

describe.each(stores)('%s, with Redis stopped during the test', (_, open) => {
  let store: Store
  let limiter: Limiter

  beforeAll(async () => {
    redis = await startRedis()
    proxy = await startUpstashProxy(redis.url)
    store = open()
    limiter = createLimiter(store, SECRET)
  })
  afterAll(async () => {
    await store.close()
    await proxy.close()
    await redis.kill()
  })

  it('refuses sensitive calls and allows others while Redis hangs, and counts again afterward', async () => {
    await isWell(limiter)
    redis.pause()
    expect(await callsOf(limiter)).toEqual(ill)
    redis.resume()
    await isWell(limiter)
  })

  it('does the same while Redis is down, and counts again after a restart without its scripts', async () => {
    await isWell(limiter)
    await redis.kill()
    expect(await callsOf(limiter)).toEqual(ill)
    expect(await callsOf(limiter)).toEqual(ill)
    redis = await startRedis(redis.port)
    await isWell(limiter)
  })

  it('does not allow calls that were waiting when Redis went down', async () => {
    const calls = Array.from({ length: 50 }, () => callsOf(limiter))
    const killed = redis.kill()
    const results = await Promise.all(calls)
    await killed
    for (const { signIn, logged } of results) expect(signIn).toBe(!logged.includes('signIn.email'))
    expect(await callsOf(limiter)).toEqual(ill)
  })
})

interface Options {
  token?: string
  deadline?: number
}

async function withProxy(work: (limiterOf: (options?: Options) => Limiter) => Promise<void>) {
  proxy = await startUpstashProxy(redis.url)
  try {
    await work(({ token = proxy.token, deadline } = {}) =>
      createLimiter(upstashStore(proxy.url, token, deadline), SECRET, deadline),
    )
  } finally {
    await proxy.close()
  }
}

describe('redisStore', () => {
  it('does not resend failed calls later, which would count late or twice', async () => {
    redis = await startRedis()
    onTestFinished(() => redis.kill())
    const store = redisStore(redis.url)
    onTestFinished(store.close)
    const limiter = createLimiter(store, SECRET)
    await isWell(limiter)
    redis.pause()
    expect(await callsOf(limiter)).toEqual(ill)
    await redis.kill()
    redis = await startRedis(redis.port)
    const looking = new Redis(redis.url)
    onTestFinished(() => looking.disconnect())
    const connected = async () => String(await looking.client('LIST')).includes('gatehouse-rate-limit')
    await expect.poll(connected, { timeout: PATIENCE }).toBe(true)
    expect(await looking.info('commandstats')).not.toContain('eval')
  })
})

describe('upstashStore', () => {
  beforeAll(async () => {
    redis = await startRedis()
  })
  afterAll(() => redis.kill())

  it('fails when Upstash hangs', () =>
    withProxy(async (limiterOf) => {
      const limiter = limiterOf()
      await isWell(limiter)
      proxy.hang()
      expect(await callsOf(limiter)).toEqual(ill)
    }))

  it('fails when Upstash is down', () =>
    withProxy(async (limiterOf) => {
      const limiter = limiterOf()
      await isWell(limiter)
      await proxy.close()
      expect(await callsOf(limiter)).toEqual(ill)
    }))

  it('does not repeat a call whose answer was lost, which would count twice', () =>
    withProxy(async (limiterOf) => {
      const limiter = limiterOf({ deadline: PATIENCE })
      expect(await callsOf(limiter)).toEqual(well)
      proxy.commands.length = 0
      proxy.loseAnswers()
      expect(await callsOf(limiter)).toEqual(ill)
      expect(proxy.commands).toEqual(['evalsha', 'evalsha'])
    }))

  it('fails with a token that Upstash rejects', () =>
    withProxy(async (limiterOf) => {
      expect(await callsOf(limiterOf({ token: 'another' }))).toEqual(ill)
    }))

  it('sends the script once, then its hash', () =>
    withProxy(async (limiterOf) => {
      const limiter = limiterOf({ deadline: PATIENCE })
      const log = vi.fn<(failure: StoreFailure) => void>()
      for (let i = 0; i < 4; i++) await limiter.check('default.user', { user: 'a' }, log)
      expect(log).not.toHaveBeenCalled()
      expect(proxy.commands).toEqual(['eval', 'evalsha', 'evalsha', 'evalsha'])
    }))
})
