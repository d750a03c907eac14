import { beforeEach, expect, it, vi } from 'vitest'

import { authenticatedActionClient } from '../clients/authenticated-action-client'
import { withNewAccountLimit } from './with-new-account-limit'

const request = vi.hoisted(() => ({ createdAt: new Date() }))
vi.mock('next/headers', () => ({ headers: async () => new Headers({ origin: 'http://localhost:3000' }) }))
vi.mock('@kit/auth/session/session', () => ({
  getSession: async () => ({
    user: { id: 'u1', role: 'user', createdAt: request.createdAt },
    session: { id: 's1', confirmedAt: null },
  }),
}))
const counted = vi.hoisted(() => ({ policies: [] as string[] }))
vi.mock('@kit/rate-limit/check-limit', () => ({
  checkLimit: async (policy: string) => {
    counted.policies.push(policy)
    return { allowed: policy === 'default.user', retryAfterSeconds: 7 }
  },
}))

const action = authenticatedActionClient
  .metadata({ name: 'tests.invite' })
  .use(withNewAccountLimit('invitationMail.newUser', { days: 3 }))
  .action(async () => 'done')

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000)

beforeEach(() => {
  counted.policies = []
})

it('limits an account of two days', async () => {
  request.createdAt = hoursAgo(48)
  expect(await action()).toMatchObject({ serverError: { code: 'RATE_LIMITED' } })
  expect(counted.policies).toContain('invitationMail.newUser')
})

it('does not count the calls of an older one', async () => {
  request.createdAt = hoursAgo(73)
  expect(await action()).toEqual({ data: 'done' })
  expect(counted.policies).not.toContain('invitationMail.newUser')
})
