import { describe, expect, it } from 'vitest'

import { parseEnv } from './env'

const database = 'postgresql://app:secret@127.0.0.1:5432/gatehouse'
const production = {
  NODE_ENV: 'production',
  APP_URL: 'https://app.example.com',
  DATABASE_URL: database,
  BETTER_AUTH_SECRET: 'x'.repeat(32),
  SMTP_URL: 'smtps://user:secret@mail.example.com:465',
} as const

describe('parseEnv', () => {
  it('needs nothing but a database for development', () => {
    expect(parseEnv({ NODE_ENV: 'development', DATABASE_URL: database, PORT: '3001' })).toMatchObject({
      APP_URL: 'http://localhost:3001',
      DATABASE_POOL_SIZE: 10,
    })
  })

  it('accepts a complete production', () => {
    expect(parseEnv(production).APP_URL).toBe('https://app.example.com')
  })

  it.each(['APP_URL', 'DATABASE_URL', 'BETTER_AUTH_SECRET', 'SMTP_URL'])(
    'refuses production without %s',
    (name) => {
      expect(() => parseEnv({ ...production, [name]: undefined })).toThrow(new RegExp(`^${name} is not set`))
      expect(() => parseEnv({ ...production, [name]: '' })).toThrow(new RegExp(`^${name} is not set`))
    },
  )

  it.each([
    ['APP_URL', 'http://app.example.com', 'https'],
    ['APP_URL', 'javascript:alert(1)', 'not valid'],
    ['DATABASE_URL', 'mysql://localhost/x', 'not valid'],
    ['BETTER_AUTH_SECRET', 'short', 'not valid'],
    ['BETTER_AUTH_SECRET', 'gatehouse-development-secret-not-for-production', 'development default'],
    ['DATABASE_POOL_SIZE', '0', 'not valid'],
  ])('refuses production with %s=%s', (name, value, reason) => {
    expect(() => parseEnv({ ...production, [name]: value })).toThrow(reason)
  })

  it('refuses in one line, which repeats no secret', () => {
    const wrong = { ...production, SMTP_URL: 'http://user:secret@mail.example.com' }
    expect(() => parseEnv(wrong)).toThrow(/^(?!.*secret)[^\n]+$/)
  })

  it('takes plain http on the own machine, where tests run the production build', () => {
    expect(parseEnv({ ...production, APP_URL: 'http://localhost:4000' }).APP_URL).toBe(
      'http://localhost:4000',
    )
  })
})
