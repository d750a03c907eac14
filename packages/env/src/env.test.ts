import { describe, expect, it } from 'vitest'

import { parseEnv } from './env'

const database = 'postgresql://app:secret@127.0.0.1:5432/gatehouse'
const production = {
  NODE_ENV: 'production',
  APP_URL: 'https://app.example.com',
  DATABASE_URL: database,
  BETTER_AUTH_SECRET: 'x'.repeat(32),
  SMTP_URL: 'smtps://user:secret@mail.example.com:465',
  CONTACT_EMAIL: 'hello@example.com',
} as const

describe('parseEnv', () => {
  it('needs only a database in development', () => {
    expect(parseEnv({ NODE_ENV: 'development', DATABASE_URL: database, PORT: '3001' })).toMatchObject({
      APP_URL: 'http://localhost:3001',
      DATABASE_POOL_SIZE: 10,
      CONTACT_EMAIL: 'contact@gatehouse.test',
    })
  })

  it('accepts complete production settings', () => {
    expect(parseEnv(production).APP_URL).toBe('https://app.example.com')
  })

  it('accepts no, one or several previous secrets', () => {
    const [first, second] = ['y'.repeat(32), 'z'.repeat(40)]
    const previous = (list: string) =>
      parseEnv({ ...production, BETTER_AUTH_SECRET_PREVIOUS: list }).BETTER_AUTH_SECRET_PREVIOUS
    expect(parseEnv(production).BETTER_AUTH_SECRET_PREVIOUS).toEqual([])
    expect(previous(first)).toEqual([first])
    expect(previous(` ${first}, ${second},`)).toEqual([first, second])
  })

  it.each(['APP_URL', 'DATABASE_URL', 'BETTER_AUTH_SECRET', 'SMTP_URL', 'CONTACT_EMAIL'])(
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
    ['BETTER_AUTH_SECRET_PREVIOUS', 'short', 'not valid'],
    ['BETTER_AUTH_SECRET_PREVIOUS', `${'y'.repeat(32)},short`, 'not valid'],
    ['BETTER_AUTH_SECRET_PREVIOUS', 'x'.repeat(32), 'it contains the current secret'],
    ['BETTER_AUTH_SECRET_PREVIOUS', 'gatehouse-development-secret-not-for-production', 'development default'],
    ['DATABASE_POOL_SIZE', '0', 'not valid'],
    ['CONTACT_EMAIL', 'hello@example.com, evil@example.com', 'not valid'],
    ['CONTACT_EMAIL', 'Hello <hello@example.com>', 'not valid'],
    ['CAPTCHA_WORK', '49', 'not valid'],
    ['CAPTCHA_WORK', '10001', 'not valid'],
    ['TURNSTILE_VERIFY_URL', 'http://127.0.0.1:9999/siteverify', 'must be https'],
    ['TURNSTILE_VERIFY_URL', 'http://verify.example.com/', 'not valid'],
  ])('refuses production with %s=%s', (name, value, reason) => {
    expect(() => parseEnv({ ...production, [name]: value })).toThrow(reason)
  })

  it('refuses in one line that repeats no secret', () => {
    const wrong = { ...production, SMTP_URL: 'http://user:secret@mail.example.com' }
    expect(() => parseEnv(wrong)).toThrow(/^(?!.*secret)[^\n]+$/)
  })

  it('normalizes the origin as browsers do', () => {
    expect(parseEnv({ ...production, APP_URL: 'HTTPS://App.Example.COM:443/' }).APP_URL).toBe(
      'https://app.example.com',
    )
  })

  it.each([
    ['MAIL_FROM', 'Gatehouse', /^MAIL_FROM is not valid: write an email, or a name and an email: [^\n]+$/],
    ['MAIL_FROM', 'A <a@b.test>, B <b@b.test>', /^MAIL_FROM is not valid: write an email/],
    [
      'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY',
      'short',
      /^NEXT_SERVER_ACTIONS_ENCRYPTION_KEY is not valid: it has to be 32 random bytes in base64: [^\n]+$/,
    ],
    ['APP_URL', 'app.example.com', /^APP_URL is not valid: write scheme and domain, such as [^\n]+$/],
    ['APP_URL', 'http://192.168.1.20:3000', /^APP_URL is not valid: [^\n]+an IP needs a domain in front\.$/],
    [
      'DATABASE_URL',
      'postgresql://app:p/ss@db:5432/x',
      /^DATABASE_URL is not valid: [^\n]+ as %2F %23 %3F %25\.$/,
    ],
    [
      'DATABASE_URL',
      'postgresql://app:12/34@db:5432/x',
      /^DATABASE_URL is not valid: [^\n]+ as %2F %23 %3F %25\.$/,
    ],
    [
      'DATABASE_URL',
      'postgresql://app:p#ss@db:5432/x',
      /^DATABASE_URL is not valid: [^\n]+ as %2F %23 %3F %25\.$/,
    ],
    [
      'DATABASE_URL',
      'postgresql://app:100%@db:5432/x',
      /^DATABASE_URL is not valid: [^\n]+ as %2F %23 %3F %25\.$/,
    ],
    [
      'DATABASE_MIGRATION_URL',
      'db.example.com',
      /^DATABASE_MIGRATION_URL is not valid: it has to begin with/,
    ],
  ])('says in one line what is wrong with %s=%s', (name, value, line) => {
    expect(() => parseEnv({ ...production, [name]: value })).toThrow(line)
  })

  it.each([
    { DATABASE_URL: 'postgresql://app:p%2Fss%25@db:5432/x' },
    { DATABASE_URL: 'postgresql://app:p@ss@db:5432/x?sslmode=require' },
    { DATABASE_URL: 'postgresql:///x?host=/var/run/postgresql' },
    { MAIL_FROM: 'no-reply@example.com' },
    { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64') },
  ])('accepts %o', (given) => {
    expect(() => parseEnv({ ...production, ...given })).not.toThrow()
  })

  it.each([
    'https://user:secret@app.example.com',
    'https://app.example.com/app',
    'https://app.example.com/?a=b',
  ])('refuses the origin %s', (url) => {
    expect(() => parseEnv({ ...production, APP_URL: url })).toThrow('APP_URL is not valid')
  })

  it('accepts http on loopback, where tests run the production build', () => {
    expect(parseEnv({ ...production, APP_URL: 'http://localhost:4000' }).APP_URL).toBe(
      'http://localhost:4000',
    )
  })

  it('accepts a local Turnstile server outside production', () => {
    const url = 'http://127.0.0.1:9999/siteverify'
    expect(parseEnv({ DATABASE_URL: database, TURNSTILE_VERIFY_URL: url }).TURNSTILE_VERIFY_URL).toBe(url)
  })

  it('by default counts limits in the database and trusts no client IP header', () => {
    const env = parseEnv(production)
    expect(env.TRUSTED_PROXY_HOPS).toBe(0)
    expect(env.CLIENT_IP_HEADER).toBeUndefined()
    expect(env.REDIS_URL ?? env.UPSTASH_REDIS_REST_URL).toBeUndefined()
  })

  it.each([
    { REDIS_URL: 'redis://127.0.0.1:6379' },
    { REDIS_URL: 'rediss://user:secret@redis.example.com:6380/2' },
    { UPSTASH_REDIS_REST_URL: 'https://eu1.upstash.io', UPSTASH_REDIS_REST_TOKEN: 'token' },
    { UPSTASH_REDIS_REST_URL: 'http://127.0.0.1:8079', UPSTASH_REDIS_REST_TOKEN: 'token' },
    { TURNSTILE_SITE_KEY: 'site', TURNSTILE_SECRET_KEY: 'secret' },
    { LAB: 'on' },
    { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318' },
    { GITHUB_CLIENT_ID: 'id', GITHUB_CLIENT_SECRET: 'secret' },
    { GOOGLE_CLIENT_ID: 'id', GOOGLE_CLIENT_SECRET: 'secret' },
    { OIDC_ISSUER: 'https://id.example.com/', OIDC_CLIENT_ID: 'id', OIDC_CLIENT_SECRET: 'secret' },
    { OIDC_ISSUER: 'http://127.0.0.1:3027/oidc', OIDC_CLIENT_ID: 'id', OIDC_CLIENT_SECRET: 'secret' },
    { MAGIC_LINK: 'on' },
    { TRUSTED_PROXY_HOPS: '2' },
    { TRUSTED_PROXY_HOPS: '0', CLIENT_IP_HEADER: 'cf-connecting-ip' },
  ])('accepts %o', (given) => {
    expect(() => parseEnv({ ...production, ...given })).not.toThrow()
  })

  it.each([
    [{ LAB: 'yes' }, /^LAB is not valid: set it to "on" or leave it empty/],
    [{ REDIS_URL: 'http://redis.example.com' }, /^REDIS_URL is not valid/],
    [{ UPSTASH_REDIS_REST_URL: 'https://eu1.upstash.io' }, /^UPSTASH_REDIS_REST_TOKEN is not set/],
    [{ UPSTASH_REDIS_REST_TOKEN: 'token' }, /^UPSTASH_REDIS_REST_URL is not set/],
    [
      { UPSTASH_REDIS_REST_URL: 'http://eu1.upstash.io', UPSTASH_REDIS_REST_TOKEN: 'token' },
      /^UPSTASH_REDIS_REST_URL is not valid/,
    ],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' }, /^OTEL_EXPORTER_OTLP_ENDPOINT is not valid/],
    [{ GITHUB_CLIENT_ID: 'id' }, /^GITHUB_CLIENT_SECRET is not set\.$/],
    [{ GOOGLE_CLIENT_SECRET: 'secret' }, /^GOOGLE_CLIENT_ID is not set\.$/],
    [{ OIDC_ISSUER: 'https://id.example.com' }, /^OIDC_CLIENT_ID is not set\.$/],
    [{ OIDC_CLIENT_ID: 'id', OIDC_CLIENT_SECRET: 'secret' }, /^OIDC_ISSUER is not set\.$/],
    [{ OIDC_ISSUER: 'http://id.example.com' }, /^OIDC_ISSUER is not valid: [^\n]+$/],
    [
      { OIDC_ISSUER: 'https://id.example.com/?a=b' },
      /^OIDC_ISSUER is not valid: use a URL without \? and #\.$/,
    ],
    [{ OIDC_NAME: 'x'.repeat(41) }, /^OIDC_NAME is not valid: use 40 characters or fewer\.$/],
    [{ MAGIC_LINK: 'yes' }, /^MAGIC_LINK is not valid: set it to "on" or "off"\.$/],
    [{ TURNSTILE_SITE_KEY: 'site' }, /^TURNSTILE_SECRET_KEY is not set/],
    [{ TURNSTILE_SECRET_KEY: 'secret' }, /^TURNSTILE_SITE_KEY is not set/],
    [{ TRUSTED_PROXY_HOPS: '11' }, /^TRUSTED_PROXY_HOPS is not valid/],
    [{ TRUSTED_PROXY_HOPS: '-1' }, /^TRUSTED_PROXY_HOPS is not valid/],
    [{ TRUSTED_PROXY_HOPS: '1.5' }, /^TRUSTED_PROXY_HOPS is not valid/],
    [{ TRUSTED_PROXY_HOPS: 'all' }, /^TRUSTED_PROXY_HOPS is not valid/],
    [{ CLIENT_IP_HEADER: 'X-Real-IP' }, /^CLIENT_IP_HEADER is not valid/],
    [{ CLIENT_IP_HEADER: 'x real ip' }, /^CLIENT_IP_HEADER is not valid/],
    [{ CLIENT_IP_HEADER: 'x-forwarded-for' }, /^CLIENT_IP_HEADER is not valid: use TRUSTED_PROXY_HOPS/],
    [{ CLIENT_IP_HEADER: 'x-real-ip', TRUSTED_PROXY_HOPS: '1' }, /^CLIENT_IP_HEADER is not valid/],
  ])('refuses %o', (given, reason) => {
    expect(() => parseEnv({ ...production, ...given })).toThrow(reason)
  })
})
