import { beforeEach, expect, it, vi } from 'vitest'
import { z } from 'zod'

import { REAUTHENTICATION_FIELD } from '../input/reauthentication-field'

const request = vi.hoisted(() => ({ impersonation: null as unknown }))
vi.mock('next/headers', () => ({
  headers: async () => new Headers({ origin: 'http://localhost:3000', cookie: 'session=1' }),
}))
vi.mock('@kit/auth/session/session', () => ({
  getSession: async () => ({
    user: { id: 'person', role: 'user' },
    session: { id: 's1', confirmedAt: null },
    impersonation: request.impersonation,
  }),
}))
const counted = vi.hoisted(() => ({ subjects: [] as unknown[] }))
vi.mock('@kit/rate-limit/check-limit', () => ({
  checkLimit: async (_policy: string, subjects: unknown) => {
    counted.subjects.push(subjects)
    return { allowed: true, retryAfterSeconds: 0 }
  },
}))
const recorded = vi.hoisted(() => ({ actors: [] as unknown[] }))
vi.mock('../refusals/record-refusal', () => ({
  recordRefusal: async ({ actor }: { actor: unknown }) => void recorded.actors.push(actor),
}))

const { authenticatedActionClient, ActionError } = await import('..')

const as = (mode: string) => {
  request.impersonation = { admin: { id: 'admin', name: 'Root' }, mode }
}

const action = (impersonation?: 'read' | 'write') =>
  authenticatedActionClient
    .metadata({ name: 'tests.call', ...(impersonation && { impersonation }) })
    .inputSchema(z.strictObject({ title: z.string().max(10) }))
    .action(async ({ parsedInput: { title } }) => {
      if (title === 'refuse') throw new ActionError('FORBIDDEN')
      return 'done'
    })

const refused = { serverError: { code: 'IMPERSONATING' } }

beforeEach(() => {
  request.impersonation = null
  counted.subjects = []
  recorded.actors = []
})

it.each([
  ['read-only', undefined, 'IMPERSONATING'],
  ['read-only', 'read', 'done'],
  ['read-only', 'write', 'IMPERSONATING'],
  ['read-write', undefined, 'IMPERSONATING'],
  ['read-write', 'read', 'done'],
  ['read-write', 'write', 'done'],
  // An unknown mode is read-only.
  ['anything', 'write', 'IMPERSONATING'],
] as const)('%s, an action declared %s: %s', async (mode, declared, outcome) => {
  as(mode)
  const reply = await action(declared)({ title: 'a' })
  expect(reply.data ?? reply.serverError?.code).toBe(outcome)
})

it('changes nothing without an impersonation', async () => {
  expect(await action()({ title: 'a' })).toEqual({ data: 'done' })
})

it('refuses a call with a password, which would confirm the admin as the person', async () => {
  as('read-write')
  const call = { title: 'a', [REAUTHENTICATION_FIELD]: 'open-the-gate-2026' }
  expect(await action('write')(call)).toMatchObject(refused)
})

it('counts the admin’s limits, and records refusals with the admin', async () => {
  as('read-write')
  await action('write')({ title: 'refuse' })
  expect(counted.subjects).toEqual([{ user: 'admin' }])
  expect(recorded.actors).toEqual([{ userId: 'admin' }])
})
