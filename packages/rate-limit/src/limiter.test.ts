import { describe, expect, it, vi } from 'vitest'

import { createLimiter, type StoreFailure } from './limiter'
import { policies } from './policies'
import type { LimitResult, Store } from './stores/store'

const SECRET = 'x'.repeat(32)
const yes: LimitResult = { allowed: true, retryAfterSeconds: 0 }
const no: LimitResult = { allowed: false, retryAfterSeconds: 7 }
const never = new Promise<never>(() => {})

function limiterOn(hit: Store['hit'], deadline?: number) {
  const spy = vi.fn<Store['hit']>(hit)
  const failures: StoreFailure[] = []
  const limiter = createLimiter({ hit: spy, close: async () => {} }, SECRET, deadline)
  const log = (failure: StoreFailure) => failures.push(failure)
  return { limiter, log, failures, keys: () => spy.mock.calls.map(([key]) => key), spy }
}

describe('createLimiter', () => {
  it('asks the store with the policy’s limit and returns its answer', async () => {
    const { limiter, log, spy, failures } = limiterOn(async () => no)
    expect(await limiter.check('signIn.email', { email: 'a@acme.test' }, log)).toEqual(no)
    const { limit, windowSeconds } = policies['signIn.email']
    expect(spy).toHaveBeenCalledExactlyOnceWith(expect.any(String), limit, windowSeconds, true)
    expect(failures).toEqual([])
  })

  it('sends the store no IP or email', async () => {
    const { limiter, log, keys } = limiterOn(async () => yes)
    await limiter.check('signIn.email', { email: 'owner@acme.test' }, log)
    await limiter.check('signIn.ip', { ip: '203.0.113.7' }, log)
    expect(keys()).toEqual([
      expect.stringMatching(/^signIn\.email:[\w-]{43}$/),
      expect.stringMatching(/^signIn\.ip:[\w-]{43}$/),
    ])
  })

  it('has one counter per account, however its email is typed', async () => {
    const { limiter, log, keys } = limiterOn(async () => yes)
    for (const email of ['owner@acme.test', ' Owner@ACME.test', 'OWNER@acme.TEST ']) {
      await limiter.check('signIn.email', { email }, log)
    }
    expect(new Set(keys()).size).toBe(1)
  })

  it('has one counter per policy and combination of subjects', async () => {
    const { limiter, log, keys } = limiterOn(async () => yes)
    await limiter.check('signUp.mailbox', { mailbox: 'a' }, log)
    await limiter.check('resetMail.mailbox', { mailbox: 'a' }, log)
    await limiter.check('roles.create', { user: 'a', organization: 'b' }, log)
    await limiter.check('roles.create', { user: 'b', organization: 'a' }, log)
    await limiter.check('roles.create', { user: 'a","b', organization: '' }, log)
    await limiter.check('organization.create', { user: 'a' }, log)
    await limiter.check('verifyEmail.link', { resource: 'b' }, log)
    await limiter.check('contact.total', {}, log)
    expect(new Set(keys()).size).toBe(8)
  })

  it('ignores extra subjects and their order', async () => {
    const { limiter, log, keys } = limiterOn(async () => yes)
    const more = { organization: 'b', user: 'a', ip: '203.0.113.7' }
    await limiter.check('roles.create', { user: 'a', organization: 'b' }, log)
    await limiter.check('roles.create', more, log)
    expect(new Set(keys()).size).toBe(1)
  })

  it('uses different keys with a different secret', async () => {
    const seen = new Set<string>()
    for (const secret of [SECRET, 'y'.repeat(32)]) {
      const store: Store = { hit: async (key) => (seen.add(key), yes), close: async () => {} }
      await createLimiter(store, secret).check('default.user', { user: 'a' }, () => {})
    }
    expect(seen.size).toBe(2)
  })
})

describe('a store that fails', () => {
  it.each<[string, Store['hit']]>([
    ['rejects', async () => Promise.reject(new Error('gone'))],
    [
      'throws',
      () => {
        throw new Error('gone')
      },
    ],
    ['answers never', () => never],
  ])('refuses sensitive calls, allows others and calls the log when it %s', async (_, hit) => {
    const { limiter, log, failures } = limiterOn(hit, 20)
    const refused = await limiter.check('signIn.email', { email: 'a@acme.test' }, log)
    expect(refused.allowed).toBe(false)
    expect(refused.retryAfterSeconds).toBeGreaterThan(0)
    expect(await limiter.check('default.user', { user: 'a' }, log)).toEqual(yes)
    expect(failures).toEqual([
      { policy: 'signIn.email', refused: true, error: expect.any(Error) },
      { policy: 'default.user', refused: false, error: expect.any(Error) },
    ])
    expect(JSON.stringify(failures)).not.toContain('acme')
  })

  it('gets no more calls while too many are waiting', async () => {
    const { limiter, log, spy, failures } = limiterOn(() => never, 50)
    const check = (_: unknown, n: number) => limiter.check('default.user', { user: `user ${n}` }, log)
    await Promise.all(Array.from({ length: 1500 }, check))
    expect(spy).toHaveBeenCalledTimes(1000)
    expect(failures).toHaveLength(1500)
  })

  it('still gets sensitive calls then', async () => {
    const { limiter, log, spy } = limiterOn(
      async (_key, limit) => (limit === policies['signIn.email'].limit ? yes : never),
      50,
    )
    const flood = Array.from({ length: 1500 }, (_, n) =>
      limiter.check('default.public', { ip: `ip ${n}` }, log),
    )
    expect(await limiter.check('signIn.email', { email: 'a@acme.test' }, log)).toEqual(yes)
    await Promise.all(flood)
    expect(spy).toHaveBeenCalledTimes(1001)
  })

  it('gets calls again once those are answered', async () => {
    const { limiter, log, spy, failures } = limiterOn(async () => Promise.reject(new Error('gone')))
    const check = (_: unknown, n: number) => limiter.check('default.user', { user: `user ${n}` }, log)
    for (let round = 0; round < 3; round++) await Promise.all(Array.from({ length: 900 }, check))
    expect(spy).toHaveBeenCalledTimes(2700)
    expect(failures.every(({ error }) => String(error) === 'Error: gone')).toBe(true)
  })
})

describe('a burst with one key', () => {
  const { limit } = policies['captcha.challenge']
  const burst = (limiter: ReturnType<typeof createLimiter>, log: () => void) =>
    Promise.all(
      Array.from({ length: 400 }, () => limiter.check('captcha.challenge', { ip: '203.0.113.7' }, log)),
    )

  it('is refused beyond the limit even by a store that is too slow for all of it', async () => {
    let counted = 0
    const hit = async () => {
      await new Promise((resolve) => setTimeout(resolve, 4))
      counted += 1
      return counted > limit ? no : yes
    }
    const { limiter, failures, log } = limiterOn(hit, 1000)
    const results = await burst(limiter, () => log)
    expect(results.filter(({ allowed }) => allowed)).toHaveLength(limit)
    expect(failures).toEqual([])
  })

  it('does not wait without bound for a slow store', async () => {
    const hit = async () => {
      await new Promise((resolve) => setTimeout(resolve, 50))
      return yes
    }
    const { limiter, log, spy } = limiterOn(hit, 100)
    const results = await burst(limiter, () => log)
    expect(spy.mock.calls.length).toBeLessThan(20)
    expect(results.filter(({ allowed }) => allowed)).toHaveLength(spy.mock.calls.length)
  })

  it('sends the store one call at a time, and leaves room for other keys', async () => {
    let running = 0
    let most = 0
    const hit = async () => {
      running += 1
      most = Math.max(most, running)
      await new Promise((resolve) => setImmediate(resolve))
      running -= 1
      return yes
    }
    const { limiter, log } = limiterOn(hit)
    await burst(limiter, () => log)
    expect(most).toBe(1)
  })

  it('fails at once when the store hangs', async () => {
    const { limiter, spy, log, failures } = limiterOn(() => never, 20)
    const check = () => limiter.check('signIn.ip', { ip: '203.0.113.7' }, log)
    const results = await Promise.all(Array.from({ length: 20 }, check))
    expect(results.every(({ allowed }) => !allowed)).toBe(true)
    expect(spy).toHaveBeenCalledTimes(1)
    expect(failures).toHaveLength(20)
  })
})

describe('policies', () => {
  const named = Object.entries(policies)

  it.each(named)('%s is bounded', (_, { limit, windowSeconds }) => {
    expect(Number.isInteger(limit) && limit > 0).toBe(true)
    expect(Number.isInteger(windowSeconds) && windowSeconds >= 60).toBe(true)
  })

  it.each(named.filter(([name]) => /^(signIn|password|signUp|resetMail|resetPassword|contact)\./.test(name)))(
    '%s refuses when the store fails',
    (_, { sensitive }) => {
      expect(sensitive).toBe(true)
    },
  )
})
