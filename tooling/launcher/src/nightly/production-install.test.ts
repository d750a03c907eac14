import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createTestDatabase } from '@kit/db/testing/test-database'
import type { TestDatabase } from '@kit/db/testing/test-database'
import { execa } from 'execa'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startGroup } from '../process/group'
import type { ProcessGroup } from '../process/group'
import { pnpmCommand } from '../process/pnpm-command'
import { until } from '../process/until'
import { freshCopy } from '../repository/fresh-copy'
import type { FreshCopy } from '../repository/fresh-copy'
import { cleanEnvironment } from '../repository/settings'
import { freePort } from '@kit/embedded-postgres/free-port'

let copy: FreshCopy
let database: TestDatabase
let server: ProcessGroup | undefined

beforeAll(async () => {
  copy = freshCopy()
  database = await createTestDatabase()
})

afterAll(async () => {
  await server?.stop()
  await database.drop()
  copy.remove()
})

/** In the copy, where the pnpm that runs the tests has installed nothing. */
const environment = (settings: Record<string, string> = {}) => ({
  ...cleanEnvironment(settings),
  pnpm_config_verify_deps_before_run: 'false',
})

async function pnpm(...words: string[]) {
  const [command, args] = pnpmCommand(...words)
  await execa(command, args, { cwd: copy.folder, env: environment({ CI: 'true' }), extendEnv: false })
}

it('builds, migrates and starts from production dependencies only', { timeout: 900_000 }, async () => {
  // docs/going-live.md names the same command.
  await pnpm(
    'install',
    '--prod',
    '--frozen-lockfile',
    '--prefer-offline',
    '--filter-prod',
    'web...',
    '--filter-prod',
    '@kit/server...',
    '--filter',
    '.',
  )
  const absent = [
    ...['vitest', 'turbo', 'oxlint'].map((name) => `node_modules/${name}`),
    ...['proof/attacks', 'proof/action-audit', 'tooling/launcher'].map((name) => `${name}/node_modules`),
  ]
  expect(absent.filter((path) => existsSync(join(copy.folder, path)))).toEqual([])
  await pnpm('build')

  const port = String(await freePort())
  const settings = {
    APP_URL: `http://localhost:${port}`,
    BETTER_AUTH_SECRET: randomBytes(32).toString('hex'),
    CONTACT_EMAIL: 'hello@gatehouse.test',
    DATABASE_MIGRATION_URL: database.ownerUrl,
    DATABASE_URL: database.url,
    MAIL_DIRECTORY: join(copy.folder, 'mail'),
    PORT: port,
  }
  const [command, args] = pnpmCommand('run', '--silent', 'db:migrate')
  await execa(command, args, { cwd: copy.folder, env: environment(settings), extendEnv: false })

  let output = ''
  server = startGroup(process.execPath, ['--import', 'tsx', 'packages/server/src/start.ts'], {
    cwd: copy.folder,
    env: environment(settings),
    onOutput: (text) => {
      output += text
    },
  })
  await Promise.race([until(() => output.includes('Ready')), server.exited])
  const page = await fetch(`${settings.APP_URL}/sign-in`)
  expect(page.status).toBe(200)
  expect(await page.text()).toContain('Sign in')
})
