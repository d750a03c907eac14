import { expect, it, vi } from 'vitest'

const production = {
  NODE_ENV: 'production',
  APP_URL: 'https://app.example.com',
  BETTER_AUTH_SECRET: 'a-secret-for-tests-only-0123456789abcdef',
  CONTACT_EMAIL: 'hello@example.com',
  DATABASE_URL: 'postgresql://app:app@localhost/none',
  SMTP_URL: 'smtp://localhost',
}

it.each([
  ['development', '', false],
  ['production', '', true],
  ['production', 'optional', false],
  ['development', 'required', true],
])('in %s with ADMIN_TWO_FACTOR=%j: %s', async (NODE_ENV, ADMIN_TWO_FACTOR, needed) => {
  vi.resetModules()
  for (const [name, value] of Object.entries({ ...production, NODE_ENV, ADMIN_TWO_FACTOR }))
    vi.stubEnv(name, value)
  const { adminsNeedTwoFactor } = await import('./admins-need-two-factor')
  expect(adminsNeedTwoFactor()).toBe(needed)
  vi.unstubAllEnvs()
})
