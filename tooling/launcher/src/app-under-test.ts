import { randomBytes } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { freePort } from '@kit/embedded-postgres/free-port'
import { createTestDatabase } from '@kit/db/testing/test-database'
import { answers } from './answers'
import { readDevSession } from './dev-session'
import { startNext } from './next'
import { root, unguarded } from './paths'
import { startGroup } from './process-group'
import { progress } from './progress'
import { Refusal } from './refusal'
import type { Scope } from './scope'
import { cleanEnvironment, setting } from './settings'

/** Where the browser and the attacks find the app, and where they look at what came of it. */
export interface AppUnderTest {
  BASE_URL: string
  /** The owner of the tables, whom row-level security does not bind. */
  E2E_DATABASE_URL: string
  MAIL_DIRECTORY: string
}

/**
 * The production build on a freshly seeded database of its own, started as `pnpm start` does.
 * @param settings besides those that production cannot do without
 * @param onOutput gets what the server writes
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
  const env = cleanEnvironment({
    APP_URL: url,
    BETTER_AUTH_SECRET: randomBytes(32).toString('base64url'),
    // As little as is allowed: the tests send a form as often as a visitor does in a year.
    CAPTCHA_WORK: '50',
    CONTACT_EMAIL: 'contact@gatehouse.test',
    DATABASE_URL: database.url,
    MAIL_DIRECTORY: mailDirectory,
    PORT: port,
    ...settings,
  })
  const server = await scope.acquire(
    () =>
      startGroup(process.execPath, ['--import', 'tsx', 'tooling/launcher/src/start.ts'], {
        cwd: root,
        env,
        onOutput,
      }),
    (group) => group.stop(),
  )
  const ended = server.exited.then(() => Promise.reject(new Refusal('The production server has ended.')))
  await progress('Starting the production build', () => Promise.race([answers(url), ended]))
  return { BASE_URL: url, E2E_DATABASE_URL: database.ownerUrl, MAIL_DIRECTORY: mailDirectory }
}

/** Where the attacks find the control group. */
export interface ControlGroup {
  UNGUARDED_URL: string
  UNGUARDED_DATABASE_URL: string
}

/**
 * The production build of the app that makes every mistake, on a seeded database of its own that it may do anything
 * with, which is another mistake.
 */
export async function startControlGroup(
  scope: Scope,
  folder: string,
  onOutput: (text: string) => void,
): Promise<ControlGroup> {
  const database = await scope.acquire(createTestDatabase, (made) => made.drop())
  const port = (await freePort()) ?? 0
  const url = `http://127.0.0.1:${port}`
  const env = cleanEnvironment({
    NODE_ENV: 'production',
    APP_URL: url,
    BETTER_AUTH_SECRET: randomBytes(32).toString('base64url'),
    DATABASE_URL: database.ownerUrl,
    CONTACT_EMAIL: 'contact@gatehouse.test',
    MAIL_DIRECTORY: join(folder, 'control-mail'),
    UNGUARDED_FOR_ATTACKS: 'yes',
  })
  const server = await scope.acquire(
    async () => startNext('start', { app: unguarded, host: '127.0.0.1', port, env, onOutput }),
    (group) => group.stop(),
  )
  const ended = server.exited.then(() => Promise.reject(new Refusal('The control group has ended.')))
  await progress('Starting the control group', () => Promise.race([answers(url), ended]))
  return { UNGUARDED_URL: url, UNGUARDED_DATABASE_URL: database.ownerUrl }
}

/**
 * The app that already runs at BASE_URL.
 * @throws Refusal when nobody says where its database and its mail are
 */
export function runningApp(baseUrl: string): AppUnderTest {
  const session = readDevSession()
  const same = session && new URL(session.url).origin === new URL(baseUrl).origin ? session : undefined
  const databaseUrl = setting('E2E_DATABASE_URL') ?? same?.databaseUrl
  const mailDirectory = setting('MAIL_DIRECTORY') ?? same?.mailDirectory
  if (databaseUrl && mailDirectory) {
    return { BASE_URL: baseUrl, E2E_DATABASE_URL: databaseUrl, MAIL_DIRECTORY: mailDirectory }
  }
  throw new Refusal(
    `No "pnpm dev" of this folder is at ${baseUrl}; set E2E_DATABASE_URL and MAIL_DIRECTORY to test it.`,
  )
}
