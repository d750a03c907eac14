import { beforeEach, expect, it, vi } from 'vitest'

import { publicActionClient } from '../clients/public-action-client'
import { withRateLimit } from './with-rate-limit'
import { withSignInChallenge } from './with-sign-in-challenge'

const pending = vi.hoisted(() => ({ signIn: undefined as { account: string } | undefined }))
vi.mock('next/headers', () => ({ headers: async () => new Headers({ origin: 'http://localhost:3000' }) }))
vi.mock('@kit/auth/two-factor/sign-in-with-code', () => ({ pendingSignIn: async () => pending.signIn }))
const counted = vi.hoisted(() => ({ calls: [] as unknown[] }))
vi.mock('@kit/rate-limit/check-limit', () => ({
  checkLimit: async (policy: string, subjects: object) => {
    counted.calls.push([policy, subjects])
    return { allowed: true, retryAfterSeconds: 0 }
  },
}))

const guarded = publicActionClient
  .metadata({ name: 'tests.enter' })
  .use(withSignInChallenge())
  .use(withRateLimit('signInCode.account'))
  .action(async () => 'entered')

beforeEach(() => {
  counted.calls = []
})

it('sends a caller without a pending sign-in back to the sign-in page', async () => {
  pending.signIn = undefined
  await expect(guarded()).rejects.toMatchObject({ digest: expect.stringContaining('/sign-in?ended') })
  expect(counted.calls).toHaveLength(1)
})

it('counts by the account of the pending sign-in', async () => {
  pending.signIn = { account: 'account and password' }
  expect(await guarded()).toEqual({ data: 'entered' })
  expect(counted.calls.at(-1)).toEqual(['signInCode.account', { account: 'account and password' }])
})
