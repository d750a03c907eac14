import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'

import { captchaField } from '@kit/captcha/captcha-field-schema'
import { makeChallenge } from '@kit/captcha/challenge'
import { LIFETIME, WAIT } from '@kit/captcha/lifetime'
import { solveChallenge } from '@kit/captcha/solve-challenge'
import type { Verdict } from '@kit/captcha/verdict'
import { makeWaitingToken } from '@kit/captcha/waiting-token'
import { useTestDatabase } from '@kit/db/testing/use-test-database'
import { closeLimits } from '@kit/rate-limit/check-limit'
import { policies } from '@kit/rate-limit/policies'

const request = vi.hoisted(() => ({ headers: new Headers() }))
vi.mock('next/headers', () => ({ headers: async () => request.headers }))

/** Disables protections, one at a time. The attack must then succeed. */
const out = vi.hoisted(() => ({
  spending: false,
  limits: false,
  verify: undefined as ((value: string) => Promise<Verdict>) | undefined,
}))
vi.mock('@kit/db/captcha/captcha-spent', async (original) => {
  const { spendCaptcha } = await original<typeof import('@kit/db/captcha/captcha-spent')>()
  return { spendCaptcha: (id: string, end: Date) => (out.spending ? true : spendCaptcha(id, end)) }
})
vi.mock('@kit/rate-limit/check-limit', async (original) => {
  const limits = await original<typeof import('@kit/rate-limit/check-limit')>()
  const checkLimit: typeof limits.checkLimit = async (...call) =>
    out.limits ? { allowed: true, retryAfterSeconds: 0 } : limits.checkLimit(...call)
  return { ...limits, checkLimit }
})
vi.mock('@kit/captcha/verify-captcha', async (original) => {
  const { verifyCaptcha } = await original<typeof import('@kit/captcha/verify-captcha')>()
  const verify: typeof verifyCaptcha = async (value, action) =>
    out.verify ? out.verify(value) : verifyCaptcha(value, action)
  return { verifyCaptcha: verify }
})

const { requestClient } = await import('../clients/request-client')
const { withCaptcha } = await import('./with-captcha')
const { verifyCaptcha } = await vi.importActual<typeof import('@kit/captcha/verify-captcha')>(
  '@kit/captcha/verify-captcha',
)

const db = useTestDatabase()
afterAll(closeLimits)

let done = 0
let lastIp = 0

/** Gives the next call another IP. */
function changeIp(): void {
  lastIp += 1
  request.headers = new Headers({ 'x-real-ip': `203.0.${lastIp >> 8}.${lastIp & 255}` })
}

beforeEach(async () => {
  vi.stubEnv('CLIENT_IP_HEADER', 'x-real-ip')
  vi.stubEnv('CAPTCHA_WORK', '50')
  Object.assign(out, { spending: false, limits: false, verify: undefined })
  done = 0
  changeIp()
  await db.owner`DELETE FROM captcha_spent`
  await db.owner`DELETE FROM rate_limit`
})

afterEach(() => {
  vi.useRealTimers()
})

const NAME = 'tests.signUp'
const schema = z.strictObject({ email: z.string().max(254), captcha: captchaField })
const handler = async () => {
  done += 1
  return 'done'
}
const open = requestClient.metadata({ name: NAME }).inputSchema(schema).action(handler)
const guarded = requestClient.metadata({ name: NAME }).use(withCaptcha()).inputSchema(schema).action(handler)
const lenient = requestClient
  .metadata({ name: 'tests.signIn' })
  .use(withCaptcha({ after: 'signIn.withoutCaptcha' }))
  .inputSchema(schema)
  .action(handler)

const email = 'owner@acme.test'
const solutionFor = async (action: string) => solveChallenge(await makeChallenge(action))
const code = (code: string) => ({ serverError: { code } })
const many = <T>(count: number, call: () => T) => Promise.all(Array.from({ length: count }, call))

/** Runs `work` at another time on the app's clock. The database keeps its own. */
async function at<T>(time: number, work: () => Promise<T>): Promise<T> {
  vi.useFakeTimers({ toFake: ['Date'], now: time })
  try {
    return await work()
  } finally {
    vi.useRealTimers()
  }
}

describe('withCaptcha', () => {
  it('lets a call with a solution through', async () => {
    expect(await guarded({ email, captcha: await solutionFor(NAME) })).toEqual({ data: 'done' })
  })

  it('refuses a bot that sends no solution', async () => {
    const answers = await many(20, () => guarded({ email }))
    for (const answer of answers) expect(answer).toMatchObject(code('CAPTCHA_REQUIRED'))
    expect(done).toBe(0)
  })

  it('lets every call through when removed', async () => {
    await many(20, () => open({ email }))
    expect(done).toBe(20)
  })

  it.each([
    ['nothing', ''],
    ['null', null],
    ['a number', 7],
    ['a list', ['x']],
    ['an object', { value: 'x' }],
  ])('treats %s as a missing solution', async (_, captcha) => {
    // @ts-expect-error -- what a caller who ignores the types can send
    expect(await guarded({ email, captcha })).toMatchObject(code('CAPTCHA_REQUIRED'))
  })

  it.each(['garbage', 'wait.garbage', 'e30=', 'x'.repeat(100_000)])(
    'refuses an invalid solution',
    async (captcha) => {
      expect(await guarded({ email, captcha })).toMatchObject(code('CAPTCHA_FAILED'))
      expect(await lenient({ email, captcha })).toMatchObject(code('CAPTCHA_FAILED'))
      expect(done).toBe(0)
    },
  )

  it('treats a field sent twice as missing', async () => {
    const form = new FormData()
    const captcha = await solutionFor(NAME)
    for (const value of [captcha, captcha]) form.append('captcha', value)
    // @ts-expect-error -- a form, where the schema reads objects
    expect(await guarded(form)).toMatchObject(code('CAPTCHA_REQUIRED'))
  })

  it('replies UNAVAILABLE when verification fails', async () => {
    out.verify = async () => ({ refused: 'unavailable', error: new Error('no answer') })
    expect(await guarded({ email, captcha: 'token' })).toMatchObject(code('UNAVAILABLE'))
    expect(done).toBe(0)
  })
})

describe('single use', () => {
  it('accepts one of ten parallel uses and none afterward', async () => {
    const captcha = await solutionFor(NAME)
    const answers = await many(10, () => guarded({ email, captcha }))
    expect(done).toBe(1)
    expect(answers.filter((answer) => answer.serverError?.code === 'CAPTCHA_FAILED')).toHaveLength(9)
    expect(await guarded({ email, captcha })).toMatchObject(code('CAPTCHA_FAILED'))
  })

  it('accepts a solution many times when spending is disabled', async () => {
    out.spending = true
    const captcha = await solutionFor(NAME)
    await many(10, () => guarded({ email, captcha }))
    expect(done).toBe(10)
  })

  it('keeps a solution spent when the call then fails', async () => {
    const captcha = await solutionFor(NAME)
    expect(await guarded({ email: 'x'.repeat(300), captcha })).toHaveProperty('validationErrors')
    expect(await guarded({ email, captcha })).toMatchObject(code('CAPTCHA_FAILED'))
  })

  it('refuses when spent solutions cannot be looked up', async () => {
    const captcha = await solutionFor(NAME)
    await db.owner`ALTER TABLE captcha_spent RENAME TO captcha_lost`
    expect(await guarded({ email, captcha })).toMatchObject(code('INTERNAL'))
    await db.owner`ALTER TABLE captcha_lost RENAME TO captcha_spent`
    expect(done).toBe(0)
  })
})

describe('the bound action', () => {
  it('must be the one that the solution was made for', async () => {
    const captcha = await solutionFor('tests.signIn')
    expect(await guarded({ email, captcha })).toMatchObject(code('CAPTCHA_FAILED'))
    expect(await lenient({ email, captcha })).toEqual({ data: 'done' })
  })

  it('lets a solution for one form pass for another when not checked', async () => {
    out.verify = (value) => verifyCaptcha(value, 'tests.signIn')
    expect(await guarded({ email, captcha: await solutionFor('tests.signIn') })).toEqual({ data: 'done' })
  })
})

describe('expiry', () => {
  const stale = () => at(Date.now() - LIFETIME - 5000, () => solutionFor(NAME))

  it('refuses an expired solution', async () => {
    expect(await guarded({ email, captcha: await stale() })).toMatchObject(code('CAPTCHA_FAILED'))
  })

  it('checks the database’s clock too, in case the app’s is behind', async () => {
    const captcha = await stale()
    const call = () => at(Date.now() - LIFETIME, () => guarded({ email, captcha }))
    expect(await call()).toMatchObject(code('CAPTCHA_FAILED'))
    // Without either check, the call succeeds.
    out.spending = true
    expect(await call()).toEqual({ data: 'done' })
  })
})

describe('waiting instead of solving', () => {
  const ripe = (action = NAME) => at(Date.now() - WAIT, async () => makeWaitingToken(action))
  const limit = policies['captcha.waitingIp'].limit

  it('allows one call after ten seconds', async () => {
    expect(await guarded({ email, captcha: makeWaitingToken(NAME) })).toMatchObject({
      serverError: { code: 'CAPTCHA_FAILED', message: expect.stringContaining('ten seconds') },
    })
    const captcha = await ripe()
    await many(10, () => guarded({ email, captcha }))
    expect(done).toBe(1)
  })

  it('allows no other action', async () => {
    expect(await guarded({ email, captcha: await ripe('tests.signIn') })).toMatchObject(
      code('CAPTCHA_FAILED'),
    )
  })

  it('limits waiting tokens per IP', async () => {
    const tokens = await Promise.all(Array.from({ length: 5 * limit }, () => ripe()))
    const answers = await Promise.all(tokens.map((captcha) => guarded({ email, captcha })))
    expect(done).toBe(limit)
    expect(answers.filter((answer) => answer.serverError?.code === 'RATE_LIMITED')).toHaveLength(4 * limit)
  })

  it('limits waiting tokens across all IPs', async () => {
    const everybody = policies['captcha.waitingTotal'].limit
    for (let call = 0; call < 2 * everybody; call += 1) {
      changeIp()
      await guarded({ email, captcha: await ripe() })
    }
    expect(done).toBe(everybody)
  })

  it('lets every token through without the limits', async () => {
    out.limits = true
    const tokens = await Promise.all(Array.from({ length: 5 * limit }, () => ripe()))
    await Promise.all(tokens.map((captcha) => guarded({ email, captcha })))
    expect(done).toBe(5 * limit)
  })
})

describe('after several calls', () => {
  const { limit } = policies['signIn.withoutCaptcha']

  it('requires a solution, even for parallel calls from many IPs', async () => {
    const answers = await many(50, () => {
      changeIp()
      return lenient({ email })
    })
    expect(done).toBe(limit)
    const required = answers.filter((answer) => answer.serverError?.code === 'CAPTCHA_REQUIRED')
    expect(required).toHaveLength(50 - limit)
  })

  it('answers every guess when removed', async () => {
    await many(50, () => open({ email }))
    expect(done).toBe(50)
  })

  it('accepts calls with a solution and does not count them', async () => {
    for (let call = 0; call < limit - 1; call += 1) await lenient({ email })
    for (let call = 0; call < 3; call += 1) {
      expect(await lenient({ email, captcha: await solutionFor('tests.signIn') })).toEqual({ data: 'done' })
    }
    expect(await lenient({ email })).toEqual({ data: 'done' })
    expect(await lenient({ email })).toMatchObject(code('CAPTCHA_REQUIRED'))
    expect(await lenient({ email, captcha: await solutionFor('tests.signIn') })).toEqual({ data: 'done' })
  })

  it('counts per account, however the email is spelled', async () => {
    for (let call = 0; call < limit; call += 1) await lenient({ email: email.toUpperCase() })
    expect(await lenient({ email })).toMatchObject(code('CAPTCHA_REQUIRED'))
    expect(await lenient({ email: 'admin@acme.test' })).toEqual({ data: 'done' })
  })

  it('requires a solution at once when the count fails', async () => {
    await db.owner`ALTER TABLE rate_limit RENAME TO rate_limit_lost`
    const answer = await lenient({ email })
    await db.owner`ALTER TABLE rate_limit_lost RENAME TO rate_limit`
    expect(answer).toMatchObject(code('CAPTCHA_REQUIRED'))
  })
})
