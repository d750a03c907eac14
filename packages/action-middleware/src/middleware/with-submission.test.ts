import { expect, it, vi } from 'vitest'
import { z } from 'zod'

import { authenticatedActionClient } from '../clients/authenticated-action-client'
import { publicActionClient } from '../clients/public-action-client'
import { formData } from '../input/form-data'
import { newSubmissionKey, SUBMISSION_FIELD } from '../input/submission-field'
import { withSubmission } from './with-submission'

const request = vi.hoisted(() => ({ userId: 'u1' }))
vi.mock('next/headers', () => ({ headers: async () => new Headers({ origin: 'http://localhost:3000' }) }))
vi.mock('@kit/auth/session/session', () => ({
  getSession: async () => ({
    user: { id: request.userId, role: 'user' },
    session: { id: 's1', confirmedAt: null },
  }),
}))
vi.mock('@kit/rate-limit/check-limit', () => ({
  checkLimit: async () => ({ allowed: true, retryAfterSeconds: 0 }),
}))

const schema = z.strictObject({ title: z.string(), captcha: z.string().optional() })

const create = authenticatedActionClient
  .metadata({ name: 'tests.create' })
  .inputSchema(formData(schema))
  .useValidated(withSubmission)
  .action(async ({ ctx }) => ctx.newId)

async function idOf(fields: Record<string, string>, action = create): Promise<string> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  const { data } = await action(form as never)
  return String(data)
}

const key = newSubmissionKey()
const form = { title: 'a', [SUBMISSION_FIELD]: key }

it('gives the same submission the same UUID', async () => {
  const id = await idOf(form)
  expect(z.uuid().parse(id)).toBe(await idOf(form))
})

it('gives it the same one after another captcha', async () => {
  expect(await idOf({ ...form, captcha: '2' })).toBe(await idOf({ ...form, captcha: '1' }))
})

const other = publicActionClient
  .metadata({ name: 'tests.other' })
  .inputSchema(formData(schema))
  .useValidated(withSubmission)
  .action(async ({ ctx }) => ctx.newId)

it.each([
  ['another value', () => idOf({ ...form, title: 'b' })],
  ['another key', () => idOf({ ...form, [SUBMISSION_FIELD]: newSubmissionKey() })],
  ['no key', () => idOf({ title: 'a' })],
  ['another action', () => idOf(form, other)],
  [
    'another user',
    async () => {
      request.userId = 'u2'
      return idOf(form).finally(() => (request.userId = 'u1'))
    },
  ],
])('gives another UUID for %s', async (_, another) => {
  expect(await another()).not.toBe(await idOf(form))
})

it.each(['', 'x'.repeat(32), 'A'.repeat(32), `${key}0`])(
  'treats the key %j as missing, and makes a new UUID every time',
  async (wrong) => {
    const fields = { ...form, [SUBMISSION_FIELD]: wrong }
    expect(await idOf(fields)).not.toBe(await idOf(fields))
  },
)
