import { randomBytes } from 'node:crypto'
import { createTestDatabase } from '@kit/db/testing/test-database'
import type { TestDatabase } from '@kit/db/testing/test-database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from './paths'
import { pnpmCommand } from './pnpm-command'
import { runScript } from './script-run'
import { cleanEnvironment } from './settings'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})

afterAll(() => database.drop())

function run(script: string, settings: Record<string, string>) {
  return runScript(...pnpmCommand('run', '--silent', script), root, cleanEnvironment(settings))
}

const fit = () => ({
  APP_URL: 'https://gatehouse.test',
  BETTER_AUTH_SECRET: randomBytes(32).toString('hex'),
  DATABASE_URL: database.url,
  SMTP_URL: 'smtp://127.0.0.1:1',
  CONTACT_EMAIL: 'hello@gatehouse.test',
})

describe('pnpm start refuses, in one line and at once,', () => {
  const cases: [string, () => Record<string, string>, RegExp][] = [
    ['a missing secret', () => ({ BETTER_AUTH_SECRET: '' }), /^BETTER_AUTH_SECRET is not set\.$/],
    [
      'the secret of development',
      () => ({ BETTER_AUTH_SECRET: 'gatehouse-development-secret-not-for-production' }),
      /^BETTER_AUTH_SECRET is the development default; .+$/,
    ],
    ['a short secret', () => ({ BETTER_AUTH_SECRET: 'short' }), /^BETTER_AUTH_SECRET is not valid: .+$/],
    ['a missing database', () => ({ DATABASE_URL: '' }), /^DATABASE_URL is not set\.$/],
    ['an address without https', () => ({ APP_URL: 'http://gatehouse.test' }), /^APP_URL has to be https.+$/],
    ['mail that would go nowhere', () => ({ SMTP_URL: '' }), /^SMTP_URL is not set.+$/],
    ['a contact form that nobody reads', () => ({ CONTACT_EMAIL: '' }), /^CONTACT_EMAIL is not set\.$/],
    [
      'a superuser',
      () => ({ DATABASE_URL: database.ownerUrl }),
      /^DATABASE_URL: the role "postgres" is a superuser.+$/,
    ],
    [
      'a database out of reach',
      () => ({ DATABASE_URL: 'postgres://a:b@127.0.0.1:1/c' }),
      /^DATABASE_URL: connect ECONNREFUSED 127.0.0.1:1$/,
    ],
  ]

  it.each(cases)('%s', async (_name, unfit, line) => {
    const { code, stdout, stderr } = await run('start', { ...fit(), ...unfit() })
    expect(stderr.trimEnd()).toMatch(line)
    expect(stdout).toBe('')
    expect(code).toBe(1)
  })
})

describe('pnpm db:migrate', () => {
  it('refuses to guess the database', async () => {
    await expect(run('db:migrate', {})).resolves.toEqual({
      code: 1,
      stdout: '',
      stderr: 'DATABASE_URL is not set.\n',
    })
  })

  it('migrates as the one role and lets the other in', async () => {
    const settings = { DATABASE_URL: database.url, DATABASE_MIGRATION_URL: database.ownerUrl }
    await expect(run('db:migrate', settings)).resolves.toMatchObject({ code: 0, stderr: '' })
  })
})
