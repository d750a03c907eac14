import { expect, it, vi } from 'vitest'

import { baseClient } from '../clients/base-client'
import { withoutSession } from './without-session'

const session = vi.hoisted(() => ({ live: false }))
vi.mock('@kit/auth/session/session', () => ({
  getSession: async () => (session.live ? { user: { id: 'u1' } } : null),
}))

const client = baseClient.metadata({ name: 'tests.begin' })
const guarded = client.use(withoutSession()).action(async () => 'begun')
const unguarded = client.action(async () => 'begun')

it('accepts a signed-out caller', async () => {
  session.live = false
  expect(await guarded()).toEqual({ data: 'begun' })
})

it('refuses a signed-in caller, whose session would be replaced', async () => {
  session.live = true
  expect(await guarded()).toMatchObject({ serverError: { code: 'CONFLICT' } })
  expect(await unguarded()).toEqual({ data: 'begun' })
})
