import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { createTestDatabase } from '@kit/db/testing/test-database'
import type { Scope } from '../process/scope'
import { unguarded } from '../repository/paths'
import { cleanEnvironment } from '../repository/settings'
import { progress } from '../terminal/progress'
import { untilAnswers } from './answers'
import { freePort } from '@kit/embedded-postgres/free-port'
import { startNext } from './next'

/** Where the attacks find the control group. */
export interface ControlGroup {
  UNGUARDED_URL: string
  UNGUARDED_DATABASE_URL: string
}

/** Starts the production build of the control group on its own seeded database, as the owner of the tables. */
export async function startControlGroup(
  scope: Scope,
  folder: string,
  onOutput: (text: string) => void,
): Promise<ControlGroup> {
  const database = await scope.acquire(createTestDatabase, (made) => made.drop())
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const env = cleanEnvironment({
    NODE_ENV: 'production',
    APP_URL: url,
    BETTER_AUTH_SECRET: randomBytes(32).toString('base64url'),
    DATABASE_URL: database.ownerUrl,
    CONTACT_EMAIL: 'contact@gatehouse.test',
    MAIL_DIRECTORY: join(folder, 'control-mail'),
    UNGUARDED_FOR_ATTACKS: 'yes',
    CAPTCHA_WORK: '50',
  })
  const server = await scope.acquire(
    async () => startNext('start', { app: unguarded, host: '127.0.0.1', port, env, onOutput }),
    (group) => group.stop(),
  )
  await progress('Starting the control group', () => untilAnswers(url, server))
  return { UNGUARDED_URL: url, UNGUARDED_DATABASE_URL: database.ownerUrl }
}
