import { beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'

import { CredentialsError } from '@kit/auth/session/credentials-error'

const signedIn = vi.hoisted(() => ({ confirmedAt: null as Date | null }))
vi.mock('next/headers', () => ({ headers: async () => new Headers({ origin: 'http://localhost:3000' }) }))
vi.mock('@kit/auth/session/session', () => ({
  getSession: async () => ({ user: { id: 'u1', role: 'user' }, session: { id: 's1', ...signedIn } }),
}))
const confirmPassword = vi.hoisted(() =>
  vi.fn<(current: object, proof: { password: string; code?: string }) => Promise<void>>(),
)
vi.mock('@kit/auth/session/reauthentication', () => ({ confirmPassword }))
const limit = vi.hoisted(() => ({ allowed: true, policies: [] as string[] }))
vi.mock('@kit/rate-limit/check-limit', () => ({
  checkLimit: async (policy: string) => {
    limit.policies.push(policy)
    const allowed = policy !== 'password.user' || limit.allowed
    return { allowed, retryAfterSeconds: allowed ? 0 : 60 }
  },
}))

const { authenticatedActionClient } = await import('../clients/authenticated-action-client')
const { formData } = await import('../input/form-data')
const { reauthenticationFields } = await import('../input/reauthentication-field-schema')
const { withFreshSession } = await import('../middleware/with-fresh-session')

const guarded = authenticatedActionClient
  .metadata({ name: 'tests.delete', echo: ['confirmation'] })
  .use(withFreshSession())
  .inputSchema(formData(z.strictObject({ confirmation: z.string().max(10), ...reauthenticationFields })))
  .action(async () => 'deleted')

function form(fields: Record<string, string>): FormData {
  const made = new FormData()
  for (const [name, value] of Object.entries(fields)) made.set(name, value)
  return made
}
const call = (reauthenticationPassword?: string, reauthenticationCode?: string) =>
  guarded(
    form({
      confirmation: 'acme',
      ...(reauthenticationPassword !== undefined && { reauthenticationPassword }),
      ...(reauthenticationCode !== undefined && { reauthenticationCode }),
    }),
  )

beforeEach(() => {
  signedIn.confirmedAt = null
  limit.allowed = true
  limit.policies = []
  confirmPassword.mockReset().mockImplementation(async (_current, { password, code }) => {
    if (password !== 'right') throw new CredentialsError('WRONG_PASSWORD')
    if (code === '000000') throw new CredentialsError('WRONG_CODE')
  })
})

describe('a call that carries the password', () => {
  it('runs where it would otherwise be asked for the password', async () => {
    expect(await call()).toMatchObject({ serverError: { code: 'FRESH_SESSION_REQUIRED' } })
    expect(await call('')).toMatchObject({ serverError: { code: 'FRESH_SESSION_REQUIRED' } })
    expect(await call('right')).toEqual({ data: 'deleted' })
  })

  it('is refused with a wrong password and gets back the typed values, except the password', async () => {
    const { serverError } = await call('wrong')
    expect(serverError).toMatchObject({ code: 'WRONG_PASSWORD', values: { confirmation: 'acme' } })
    expect(JSON.stringify(serverError)).not.toContain('wrong"')
  })

  it('checks the code along with it', async () => {
    expect(await call('right', '000000')).toMatchObject({ serverError: { code: 'WRONG_CODE' } })
    expect(await call('right', '123456')).toEqual({ data: 'deleted' })
    expect(confirmPassword).toHaveBeenLastCalledWith(expect.anything(), { password: 'right', code: '123456' })
  })

  it('counts as a password attempt before the password is checked', async () => {
    await call('wrong')
    expect(limit.policies).toEqual(['default.user', 'password.user'])
    limit.allowed = false
    expect(await call('right')).toMatchObject({ serverError: { code: 'RATE_LIMITED' } })
    expect(confirmPassword).toHaveBeenCalledTimes(1)
  })

  it('reveals nothing about the password when none is needed', async () => {
    signedIn.confirmedAt = new Date()
    expect(await call('wrong')).toEqual({ data: 'deleted' })
    expect(confirmPassword).not.toHaveBeenCalled()
  })
})
