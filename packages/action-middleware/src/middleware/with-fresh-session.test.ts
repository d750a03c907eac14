import { beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'

const signedIn = vi.hoisted(() => ({ confirmedAt: null as Date | null }))
vi.mock('next/headers', () => ({ headers: async () => new Headers({ origin: 'http://localhost:3000' }) }))
vi.mock('@kit/auth/session/session', () => ({
  getSession: async () => ({ user: { id: 'u1', role: 'user' }, session: { id: 's1', ...signedIn } }),
}))
const counted = vi.hoisted(() => ({ policies: [] as string[] }))
vi.mock('@kit/rate-limit/check-limit', () => ({
  checkLimit: async (policy: string) => {
    counted.policies.push(policy)
    return { allowed: true, retryAfterSeconds: 0 }
  },
}))

const { authenticatedActionClient } = await import('../clients/authenticated-action-client')
const { FRESH_MINUTES } = await import('../chain/fresh-minutes')
const { withFreshSession } = await import('./with-fresh-session')
const { withRateLimit } = await import('./with-rate-limit')

let deleted = 0
const schema = z.strictObject({ confirmation: z.string().max(10) })
const handler = async () => {
  deleted += 1
  return 'deleted'
}
const unguarded = authenticatedActionClient
  .metadata({ name: 'tests.delete' })
  .use(withRateLimit('organization.delete'))
  .inputSchema(schema)
  .action(handler)
const guarded = authenticatedActionClient
  .metadata({ name: 'tests.delete' })
  .use(withFreshSession())
  .use(withRateLimit('organization.delete'))
  .inputSchema(schema)
  .action(handler)

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000)
const refused = {
  serverError: { code: 'FRESH_SESSION_REQUIRED', message: "Confirm it's you to continue." },
}

beforeEach(() => {
  deleted = 0
  counted.policies = []
})

describe('withFreshSession', () => {
  it.each([
    ['was entered too long ago', ago(FRESH_MINUTES + 0.1)],
    ['was entered yesterday', ago(24 * 60)],
    ['was never entered in this session', null],
    ['was entered at an invalid time', new Date(Number.NaN)],
  ])('refuses a session in which the password %s', async (_, confirmedAt) => {
    signedIn.confirmedAt = confirmedAt
    expect(await guarded({ confirmation: 'acme' })).toMatchObject(refused)
    expect(deleted).toBe(0)
  })

  it('lets the call through when removed', async () => {
    signedIn.confirmedAt = null
    expect(await unguarded({ confirmation: 'acme' })).toEqual({ data: 'deleted' })
    expect(deleted).toBe(1)
  })

  it.each([ago(0), ago(FRESH_MINUTES - 0.1)])('accepts a password entered recently', async (confirmedAt) => {
    signedIn.confirmedAt = confirmedAt
    expect(await guarded({ confirmation: 'acme' })).toEqual({ data: 'deleted' })
  })

  it('does not count toward the action’s limit while it asks for the password', async () => {
    signedIn.confirmedAt = null
    await guarded({ confirmation: 'acme' })
    expect(counted.policies).toEqual(['default.user'])
  })

  it('cannot be satisfied by input', async () => {
    signedIn.confirmedAt = null
    const forged = { confirmation: 'acme', confirmedAt: new Date(), session: { confirmedAt: new Date() } }
    expect(await guarded(forged)).toMatchObject(refused)
  })
})
