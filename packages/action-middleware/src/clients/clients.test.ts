import { beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'

import { formData } from '../input/form-data'
import { formErrors } from '../input/typed-values'

const request = vi.hoisted(() => ({ headers: new Headers(), session: null as unknown }))
vi.mock('next/headers', () => ({ headers: async () => request.headers }))
vi.mock('@kit/auth/session/session', () => ({ getSession: async () => request.session }))
const counted = vi.hoisted(() => ({ policies: [] as string[], allowed: true }))
vi.mock('@kit/rate-limit/check-limit', () => ({
  checkLimit: async (policy: string) => {
    counted.policies.push(policy)
    return { allowed: counted.allowed, retryAfterSeconds: counted.allowed ? 0 : 7 }
  },
}))

const { publicActionClient } = await import('./public-action-client')
const { authenticatedActionClient } = await import('./authenticated-action-client')
const { adminActionClient } = await import('./admin-action-client')
const { readUnsent } = await import('../refusals/unsent-input')

const schema = z.strictObject({ title: z.string().max(10) })
const person = (role: string) => ({ user: { id: 'u1', role }, session: { id: 's1' } })

let calls = 0
const handler = async () => {
  calls += 1
  return 'done'
}
const metadata = { name: 'tests.call' }
const publicAction = publicActionClient.metadata(metadata).inputSchema(schema).action(handler)
const authenticatedAction = authenticatedActionClient.metadata(metadata).inputSchema(schema).action(handler)
const adminAction = adminActionClient.metadata(metadata).inputSchema(schema).action(handler)

beforeEach(() => {
  calls = 0
  request.headers = new Headers({ origin: 'http://localhost:3000', cookie: 'session=1' })
  request.session = null
  counted.policies = []
  counted.allowed = true
})

describe('publicActionClient', () => {
  it('serves anyone who calls from our own pages', async () => {
    expect(await publicAction({ title: 'a' })).toEqual({ data: 'done' })
  })

  it('refuses another site before the handler', async () => {
    request.headers = new Headers({ origin: 'https://evil.example', cookie: 'session=1' })
    expect(await publicAction({ title: 'a' })).toMatchObject({ serverError: { code: 'FOREIGN_ORIGIN' } })
    expect(calls).toBe(0)
  })

  it('gives every call its own request ID', async () => {
    request.headers = new Headers({ origin: 'null' })
    const ids = await Promise.all([publicAction({ title: 'a' }), publicAction({ title: 'a' })])
    expect(new Set(ids.map(({ serverError }) => serverError?.requestId)).size).toBe(2)
  })
})

describe('a form from a caller who is signed out', () => {
  const form = new FormData()
  form.set('title', 'typed')
  form.set('password', 'secret')
  const sendForm = () =>
    authenticatedActionClient
      .metadata({ name: 'tests.form', echo: ['title'] })
      .inputSchema(formData(schema), formErrors)
      .stateAction(handler)({}, form as never)

  it('leaves what was typed to the page of the same request, without what is never returned', async () => {
    expect(await sendForm()).toMatchObject({
      serverError: { code: 'UNAUTHORIZED', values: { title: 'typed' } },
    })
    expect(await readUnsent()).toMatchObject({ code: 'UNAUTHORIZED', values: { title: 'typed' } })
    request.headers = new Headers(request.headers)
    expect(await readUnsent()).toBeUndefined()
  })

  it('leaves nothing when someone is signed in', async () => {
    request.session = person('user')
    await sendForm()
    expect(await readUnsent()).toBeUndefined()
  })
})

describe('the limit of a client', () => {
  it('applies in every client', async () => {
    request.session = person('super-admin')
    await publicAction({ title: 'a' })
    await authenticatedAction({ title: 'a' })
    await adminAction({ title: 'a' })
    expect(counted.policies).toEqual(['default.public', 'default.user', 'default.user'])
  })

  it.each([publicAction, authenticatedAction])(
    'refuses before the handler and says how long to wait',
    async (action) => {
      request.session = person('user')
      counted.allowed = false
      expect(await action({ title: 'a' })).toMatchObject({
        serverError: {
          code: 'RATE_LIMITED',
          retryAfterSeconds: 7,
          message: expect.stringContaining('7 seconds'),
        },
      })
      expect(calls).toBe(0)
    },
  )

  it('does not count calls from another site or without a session', async () => {
    await authenticatedAction({ title: 'a' })
    request.headers = new Headers({ origin: 'https://evil.example', cookie: 'session=1' })
    await publicAction({ title: 'a' })
    // They have their own limit, which only keeps them from being recorded.
    expect(counted.policies).toEqual(['foreignOrigin.ip'])
  })
})

describe('authenticatedActionClient', () => {
  it('refuses without a session, before the handler', async () => {
    expect(await authenticatedAction({ title: 'a' })).toMatchObject({ serverError: { code: 'UNAUTHORIZED' } })
    expect(calls).toBe(0)
  })

  it('serves a live session', async () => {
    request.session = person('user')
    expect(await authenticatedAction({ title: 'a' })).toEqual({ data: 'done' })
  })
})

describe('adminActionClient', () => {
  it.each(['user', 'admin', 'SUPER-ADMIN', '', 'super-admin,user'])(
    'returns 403 to the role %j',
    async (role) => {
      request.session = person(role)
      await expect(adminAction({ title: 'a' })).rejects.toMatchObject({
        digest: 'NEXT_HTTP_ERROR_FALLBACK;403',
      })
      expect(calls).toBe(0)
    },
  )

  it('refuses without a session', async () => {
    expect(await adminAction({ title: 'a' })).toMatchObject({ serverError: { code: 'UNAUTHORIZED' } })
  })

  it('serves a super-admin', async () => {
    request.session = person('super-admin')
    expect(await adminAction({ title: 'a' })).toEqual({ data: 'done' })
  })
})
