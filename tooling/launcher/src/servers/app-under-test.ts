import { randomBytes } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createTestDatabase } from '@kit/db/testing/test-database'
import { DEVELOPMENT_SECRET } from '@kit/env'
import { untilAnswers } from './answers'
import { readDevSession } from './dev-session'
import { freePort } from '@kit/embedded-postgres/free-port'
import { root } from '../repository/paths'
import { startGroup } from '../process/group'
import { progress } from '../terminal/progress'
import { Refusal } from '@kit/server/refusal'
import type { Scope } from '../process/scope'
import { cleanEnvironment } from '../repository/settings'
import { setting } from '@kit/server/settings'

/** Where tests find the app, its database and its mail. */
export interface AppUnderTest {
  BASE_URL: string
  /** The secret it signs with, so attacks can answer challenges that the app never issued. */
  E2E_AUTH_SECRET: string
  /** Signs in as the owner of the tables, who bypasses row-level security. */
  E2E_DATABASE_URL: string
  MAIL_DIRECTORY: string
}

/**
 * Starts the production build the way `pnpm start` does, on its own seeded database.
 * @param settings added to those that production requires
 * @param onOutput receives the server's output
 */
export async function startApp(
  scope: Scope,
  folder: string,
  settings: Record<string, string>,
  onOutput: (text: string) => void,
): Promise<AppUnderTest> {
  const database = await scope.acquire(createTestDatabase, (made) => made.drop())
  const port = String(await freePort())
  const url = `http://localhost:${port}`
  const mailDirectory = join(folder, 'mail')
  await mkdir(mailDirectory, { recursive: true })
  const secret = randomBytes(32).toString('base64url')
  const env = cleanEnvironment({
    APP_URL: url,
    BETTER_AUTH_SECRET: secret,
    // The lowest allowed: the tests send forms far more often than a visitor does.
    CAPTCHA_WORK: '50',
    // All tests share one IP and a few people.
    PAGE_READS_PER_MINUTE: '1000000',
    CONTACT_EMAIL: 'contact@gatehouse.test',
    DATABASE_URL: database.url,
    MAIL_DIRECTORY: mailDirectory,
    // Collecting garbage less often saves processor time.
    NODE_OPTIONS: '--max-semi-space-size=64',
    PORT: port,
    ...settings,
  })
  const server = await scope.acquire(
    () =>
      startGroup(process.execPath, ['--import', 'tsx', 'packages/server/src/start.ts'], {
        cwd: root,
        env,
        onOutput,
      }),
    (group) => group.stop(),
  )
  await progress('Starting the production build', () => untilAnswers(url, server))
  return {
    BASE_URL: url,
    E2E_AUTH_SECRET: secret,
    E2E_DATABASE_URL: database.ownerUrl,
    MAIL_DIRECTORY: mailDirectory,
  }
}

/**
 * The app that already runs at BASE_URL: a `pnpm dev` of this folder, or one described by settings.
 * @throws Refusal when its database or its mail directory is unknown
 */
export function runningApp(baseUrl: string): AppUnderTest {
  const session = readDevSession()
  const same = session && new URL(session.url).origin === new URL(baseUrl).origin ? session : undefined
  const databaseUrl = setting('E2E_DATABASE_URL') ?? same?.databaseUrl
  const mailDirectory = setting('MAIL_DIRECTORY') ?? same?.mailDirectory
  if (databaseUrl && mailDirectory) {
    return {
      BASE_URL: baseUrl,
      E2E_AUTH_SECRET: setting('E2E_AUTH_SECRET') ?? DEVELOPMENT_SECRET,
      E2E_DATABASE_URL: databaseUrl,
      MAIL_DIRECTORY: mailDirectory,
    }
  }
  throw new Refusal(
    `No "pnpm dev" of this folder runs at ${baseUrl}. Set E2E_DATABASE_URL and MAIL_DIRECTORY to test another app.`,
  )
}
