import { randomBytes } from 'node:crypto'
import { createTestDatabase } from '@kit/db/testing/test-database'
import type { TestDatabase } from '@kit/db/testing/test-database'
import { execa } from 'execa'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import manifest from '../../../../package.json' with { type: 'json' }
import { root } from '../repository/paths'
import { pnpmCommand } from '../process/pnpm-command'
import { scriptCommand } from '../process/script-command'
import { cleanEnvironment } from '../repository/settings'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})

afterAll(() => database.drop())

const throughPnpm = (script: string) => pnpmCommand('run', '--silent', script)

const directly = (script: string) => scriptCommand(manifest.scripts, script, [])

/** Doesn't use pnpm by default, because pnpm takes longer to start than these scripts take to run. */
async function run(script: string, settings: Record<string, string>, commandOf = directly) {
  const [command, args] = commandOf(script)
  const { exitCode, stdout, stderr } = await execa(command, args, {
    cwd: root,
    env: cleanEnvironment(settings),
    extendEnv: false,
    reject: false,
  })
  // npx also reports on the machine and on its own updates.
  return { exitCode, stdout, stderr: stderr.replace(/^npm (warn|notice)\b.*\n?/gm, '') }
}

const fit = () => ({
  APP_URL: 'https://gatehouse.test',
  BETTER_AUTH_SECRET: randomBytes(32).toString('hex'),
  DATABASE_URL: database.url,
  SMTP_URL: 'smtp://127.0.0.1:1',
  CONTACT_EMAIL: 'hello@gatehouse.test',
})

describe('pnpm start refuses in one line', () => {
  // `parseEnv` has its own tests: here, one setting shows that it is called.
  const cases: [string, () => Record<string, string>, RegExp][] = [
    [
      'a superuser',
      () => ({ DATABASE_URL: database.ownerUrl }),
      /^DATABASE_URL: the role "postgres" is a superuser.+$/,
    ],
    [
      'an unreachable database',
      () => ({ DATABASE_URL: 'postgres://a:b@127.0.0.1:1/c' }),
      /^DATABASE_URL: connect ECONNREFUSED 127.0.0.1:1$/,
    ],
  ]

  it.each(cases)('%s', async (_name, unfit, line) => {
    const { exitCode, stdout, stderr } = await run('start', { ...fit(), ...unfit() })
    expect(stderr).toMatch(line)
    expect(stdout).toBe('')
    expect(exitCode).toBe(1)
  })

  it('a missing secret, and pnpm adds no other line', async () => {
    const settings = { ...fit(), BETTER_AUTH_SECRET: '' }
    const { exitCode, stdout, stderr } = await run('start', settings, throughPnpm)
    expect([exitCode, stdout, stderr]).toEqual([1, '', 'BETTER_AUTH_SECRET is not set.'])
  })
})

describe('pnpm db:migrate', () => {
  it('refuses to guess the database', async () => {
    await expect(run('db:migrate', {})).resolves.toEqual({
      exitCode: 1,
      stdout: '',
      stderr: 'DATABASE_URL is not set.',
    })
  })

  it('migrates as the owner and gives the app role access', async () => {
    const settings = { DATABASE_URL: database.url, DATABASE_MIGRATION_URL: database.ownerUrl }
    await expect(run('db:migrate', settings)).resolves.toMatchObject({ exitCode: 0, stderr: '' })
  })
})
