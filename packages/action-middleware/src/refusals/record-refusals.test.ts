import { forbidden, notFound, redirect, unauthorized } from 'next/navigation'
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'

import { demoId } from '@kit/db/demo/demo'
import { useTestDatabase } from '@kit/db/testing/use-test-database'
import { closeLimits } from '@kit/rate-limit/check-limit'
import { policies } from '@kit/rate-limit/policies'

import { ActionError } from '../errors/action-error'

const request = vi.hoisted(() => ({ headers: new Headers(), userId: '' }))
vi.mock('next/headers', () => ({ headers: async () => request.headers }))
vi.mock('@kit/auth/session/session', () => ({
  getSession: async () =>
    request.userId ? { user: { id: request.userId, role: 'user' }, session: { id: 's1' } } : null,
}))
const store = vi.hoisted(() => ({ fault: undefined as (() => Promise<void>) | undefined }))
vi.mock('@kit/db/activity/record-security-event', async (original) => {
  const real = await original<typeof import('@kit/db/activity/record-security-event')>()
  return {
    recordSecurityEvent: async (refusal: Parameters<typeof real.recordSecurityEvent>[0]) =>
      store.fault ? store.fault() : real.recordSecurityEvent(refusal),
  }
})

// A busy machine may take longer. The test of a hanging database uses fake timers.
vi.mock('./record-deadline', () => ({ RECORD_DEADLINE: 20_000 }))

const { baseClient } = await import('../clients/base-client')
const { adminActionClient } = await import('../clients/admin-action-client')
const { authenticatedActionClient } = await import('../clients/authenticated-action-client')
const { organizationActionClient } = await import('../clients/organization-action-client')
const { publicActionClient } = await import('../clients/public-action-client')
const { withMinRole } = await import('../middleware/with-min-role')

const db = useTestDatabase()
afterAll(closeLimits)

const viewer = demoId('user', 'viewer@acme.test')
const stranger = demoId('user', 'owner@globex.test')
const acme = demoId('organization', 'acme')
const CALLER_IP = '203.0.113.7'

const schema = z.strictObject({ organization: z.string().max(48), title: z.string().max(20) })
const call = { organization: 'acme', title: 'A test' }
const metadata = { name: 'tests.call' }
const publicAction = (end: () => unknown) =>
  publicActionClient
    .metadata(metadata)
    .inputSchema(schema)
    .action(async () => end())
const ownersAction = organizationActionClient
  .metadata(metadata)
  .use(withMinRole('owner'))
  .inputSchema(schema)
  .action(async () => 'done')

const events = () => db.owner`
  SELECT kind, action, actor_id, network, organization_id, count, last_request_id FROM security_event
  ORDER BY organization_id NULLS LAST`

beforeEach(async () => {
  vi.stubEnv('CLIENT_IP_HEADER', 'x-real-ip')
  request.headers = new Headers({ origin: 'http://localhost:3000', cookie: 's=1', 'x-real-ip': CALLER_IP })
  request.userId = ''
  store.fault = undefined
  await db.owner`DELETE FROM security_event`
  await db.owner`DELETE FROM rate_limit`
})

describe('a refusal leaves one event', () => {
  it.each([
    ['an error code', 'captcha', () => Promise.reject(new ActionError('CAPTCHA_FAILED'))],
    ['forbidden()', 'denied', () => forbidden()],
    ['notFound()', 'not-found', () => notFound()],
    ['unauthorized()', 'unauthenticated', () => unauthorized()],
  ])('%s', async (_, kind, end) => {
    await publicAction(end)(call).catch(() => {})
    expect([...(await events())]).toEqual([
      {
        kind,
        action: 'tests.call',
        actor_id: null,
        network: CALLER_IP,
        organization_id: acme,
        count: 1,
        last_request_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      },
    ])
  })

  it('for invalid input, without any of it', async () => {
    // @ts-expect-error -- what a caller who ignores the types can send
    await publicAction(() => 'done')({ ...call, title: 'never-kept '.repeat(9), password: 'never-kept' })
    const found = await events()
    expect(found).toMatchObject([{ kind: 'invalid', count: 1 }])
    expect(JSON.stringify(await db.owner`SELECT * FROM security_event`)).not.toContain('never-kept')
  })

  it('for another site’s page, with its IP', async () => {
    request.headers.set('origin', 'https://evil.example')
    await publicAction(() => 'done')(call)
    expect(await events()).toMatchObject([{ kind: 'foreign-origin', network: CALLER_IP }])
  })

  it('for another site’s page no more often than its limit, before any other limit', async () => {
    const { limit } = policies['foreignOrigin.ip']
    request.headers.set('origin', 'https://evil.example')
    for (let times = 0; times < 2 * limit; times += 1) {
      const { serverError } = await publicAction(() => 'done')(call)
      expect(serverError?.code).toBe('FOREIGN_ORIGIN')
    }
    expect(await events()).toMatchObject([{ kind: 'foreign-origin', count: limit }])
  })

  it('for an insufficient role, with the member', async () => {
    request.userId = viewer
    const { serverError } = await ownersAction(call)
    expect(serverError?.code).toBe('FORBIDDEN')
    expect(await events()).toMatchObject([
      {
        kind: 'denied',
        actor_id: viewer,
        network: null,
        organization_id: acme,
        last_request_id: serverError?.requestId,
      },
    ])
  })

  it('for a stranger who names an organization, without telling them it exists', async () => {
    request.userId = stranger
    const named = await ownersAction(call)
    const unknown = await ownersAction({ ...call, organization: 'initech' })
    const withoutId = ({ serverError }: typeof named) => ({ ...serverError, requestId: '' })
    expect(withoutId(named)).toEqual(withoutId(unknown))
    expect((await events()).map((row) => [row.kind, row.actor_id, row.organization_id])).toEqual([
      ['not-found', stranger, acme],
      ['not-found', stranger, null],
    ])
  })

  it('for a caller who is not a super-admin', async () => {
    request.userId = viewer
    const action = adminActionClient
      .metadata(metadata)
      .inputSchema(z.strictObject({}))
      .action(async () => 'done')
    await action({}).catch(() => {})
    expect(await events()).toMatchObject([{ kind: 'denied', actor_id: viewer, organization_id: null }])
  })

  it('for a call over a limit, at every step', async () => {
    request.userId = viewer
    const action = authenticatedActionClient
      .metadata(metadata)
      .inputSchema(schema)
      .action(async () => Promise.reject(new ActionError('RATE_LIMITED')))
    await action(call)
    expect(await events()).toMatchObject([{ kind: 'limited', actor_id: viewer }])
  })
})

describe('leaves no event', () => {
  it.each([
    ['what succeeds', () => 'done'],
    ['a redirect', () => redirect('/acme')],
    ['an internal error', () => Promise.reject(new TypeError('undefined is not a function'))],
  ])('%s', async (_, end) => {
    await publicAction(end)(call).catch(() => {})
    expect(await events()).toHaveLength(0)
  })

  it('when the middleware is removed', async () => {
    const action = baseClient
      .metadata(metadata)
      .inputSchema(schema)
      .action(async () => Promise.reject(new ActionError('FORBIDDEN')))
    expect(await action(call)).toMatchObject({ serverError: { code: 'FORBIDDEN' } })
    expect(await events()).toHaveLength(0)
  })
})

describe('the reply stays the same when recording fails', () => {
  const refusedAction = publicAction(() => Promise.reject(new ActionError('FORBIDDEN')))
  const refused = { serverError: { code: 'FORBIDDEN' } }

  it('because the database fails', async () => {
    store.fault = () => Promise.reject(new Error('gone'))
    expect(await refusedAction(call)).toMatchObject(refused)
    expect(await publicAction(() => 'done')(call)).toEqual({ data: 'done' })
  })

  it('because the database hangs', async () => {
    // The limiter already has its connections, so only the deadline uses fake timers.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      let asked = 0
      store.fault = () => {
        asked += 1
        return new Promise(() => {})
      }
      const replies = Promise.all(Array.from({ length: 110 }, () => refusedAction(call)))
      for (;;) {
        await new Promise((resolve) => setImmediate(resolve))
        await vi.advanceTimersByTimeAsync(200)
        if ((await Promise.race([replies, 'waiting'])) !== 'waiting') break
      }
      expect(await replies).toMatchObject(Array.from({ length: 110 }, () => refused))
      // The others never got a connection, and gave up waiting for one.
      expect(asked).toBe(2)
    } finally {
      vi.useRealTimers()
    }
  })
})
