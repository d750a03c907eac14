import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'

import { useTestDatabase } from '@kit/db/testing/use-test-database'
import { closeLimits } from '@kit/rate-limit/check-limit'
import { policies } from '@kit/rate-limit/policies'

const request = vi.hoisted(() => ({ headers: new Headers() }))
vi.mock('next/headers', () => ({ headers: async () => request.headers }))

const { requestClient } = await import('../clients/request-client')
const { withRateLimit } = await import('./with-rate-limit')

const db = useTestDatabase()
afterAll(closeLimits)

beforeEach(async () => {
  vi.stubEnv('CLIENT_IP_HEADER', 'x-real-ip')
  await db.owner`DELETE FROM rate_limit`
})

const RIGHT = 'the right one'
const schema = z.strictObject({ email: z.string().max(254), password: z.string().max(128) })
const signIn = async ({ parsedInput }: { parsedInput: { password: string } }) => ({
  in: parsedInput.password === RIGHT,
})

const unlimited = requestClient.metadata({ name: 'tests.signIn' }).inputSchema(schema).action(signIn)
const limited = requestClient
  .metadata({ name: 'tests.signIn' })
  .use(withRateLimit('signIn.email'))
  .inputSchema(schema)
  .action(signIn)

/** Guesses passwords, each from another IP. The last guess is right. */
async function bruteForce(action: typeof limited, spelling = (email: string) => email) {
  const guesses = 2 * policies['signIn.email'].limit + 1
  let answer
  for (let guess = 0; guess <= guesses; guess += 1) {
    request.headers = new Headers({ 'x-real-ip': `203.0.113.${guess}` })
    const password = guess === guesses ? RIGHT : `guess ${guess}`
    answer = await action({ email: spelling('owner@acme.test'), password })
  }
  return answer
}

describe('withRateLimit', () => {
  it('stops password guessing from many IPs', async () => {
    expect(await bruteForce(limited)).toMatchObject({
      serverError: { code: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number) },
    })
  })

  it('lets the guess through when removed', async () => {
    expect(await bruteForce(unlimited)).toEqual({ data: { in: true } })
  })

  it('refuses guesses while the store is down, unless the policy is not sensitive', async () => {
    const lenient = requestClient
      .metadata({ name: 'tests.signIn' })
      .use(withRateLimit('default.public'))
      .inputSchema(schema)
      .action(signIn)
    await db.owner`ALTER TABLE rate_limit RENAME TO rate_limit_gone`
    try {
      expect(await bruteForce(limited)).toMatchObject({ serverError: { code: 'UNAVAILABLE' } })
      expect(await bruteForce(lenient)).toEqual({ data: { in: true } })
    } finally {
      await db.owner`ALTER TABLE rate_limit_gone RENAME TO rate_limit`
    }
  })

  it('counts one account however its email is spelled', async () => {
    let call = 0
    const spelling = (email: string) => (call++ % 2 ? email.toUpperCase() : ` ${email}`)
    expect(await bruteForce(limited, spelling)).toMatchObject({ serverError: { code: 'RATE_LIMITED' } })
  })

  it('does not affect other accounts', async () => {
    await bruteForce(limited)
    expect(await limited({ email: 'admin@acme.test', password: RIGHT })).toEqual({ data: { in: true } })
  })

  it('counts all calls without a valid email together', async () => {
    const { limit } = policies['signIn.email']
    const shapes = [{}, { email: 7 }, { email: ['a@b.test'] }, null, 'a@b.test', new Map([['email', 'a']])]
    for (let call = 0; call <= 2 * limit; call += 1) {
      // @ts-expect-error -- what a caller who ignores the types can send
      await limited(shapes[call % shapes.length])
    }
    const keys = await db.owner`SELECT key FROM rate_limit`
    expect(keys).toHaveLength(1)
  })

  it('reads the resource ID from the given field', async () => {
    const action = requestClient
      .metadata({ name: 'tests.verify' })
      .use(withRateLimit('verifyEmail.link', 'token'))
      .inputSchema(z.strictObject({ token: z.string().max(20) }))
      .action(async () => true)
    for (const token of ['a', 'b', 'a']) expect(await action({ token })).toEqual({ data: true })
    const counts = await db.owner<{ current: number }[]>`SELECT current FROM rate_limit ORDER BY current`
    expect(counts.map(({ current }) => current)).toEqual([1, 2])
  })
})
