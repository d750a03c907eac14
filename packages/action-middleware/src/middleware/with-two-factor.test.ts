import { expect, it, vi } from 'vitest'

import { adminActionClient } from '../clients/admin-action-client'
import { authenticatedActionClient } from '../clients/authenticated-action-client'
import { withTwoFactor } from './with-two-factor'

const caller = vi.hoisted(() => ({ twoFactor: false, role: 'user' }))
const settings = vi.hoisted(() => ({ isNeeded: true }))
vi.mock('next/headers', () => ({ headers: async () => new Headers({ origin: 'http://localhost:3000' }) }))
vi.mock('@kit/auth/session/session', () => ({
  getSession: async () => ({ user: { id: 'u1', ...caller }, session: { id: 's1', confirmedAt: null } }),
}))
vi.mock('@kit/env/admins-need-two-factor', () => ({ adminsNeedTwoFactor: () => settings.isNeeded }))
vi.mock('@kit/rate-limit/check-limit', () => ({
  checkLimit: async () => ({ allowed: true, retryAfterSeconds: 0 }),
}))

const guarded = authenticatedActionClient
  .metadata({ name: 'tests.require' })
  .use(withTwoFactor())
  .action(async () => 'done')
const administer = adminActionClient.metadata({ name: 'tests.administer' }).action(async () => 'done')
const refused = { serverError: { code: 'TWO_FACTOR_REQUIRED' } }

it('requires it of the caller', async () => {
  Object.assign(caller, { twoFactor: false, role: 'user' })
  expect(await guarded()).toMatchObject(refused)
  caller.twoFactor = true
  expect(await guarded()).toEqual({ data: 'done' })
})

it('is required of super-admins where the setting says so', async () => {
  Object.assign(caller, { twoFactor: false, role: 'super-admin' })
  settings.isNeeded = true
  expect(await administer()).toMatchObject(refused)
  settings.isNeeded = false
  expect(await administer()).toEqual({ data: 'done' })
  Object.assign(caller, { twoFactor: true })
  settings.isNeeded = true
  expect(await administer()).toEqual({ data: 'done' })
})
