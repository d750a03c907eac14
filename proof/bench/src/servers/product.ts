import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTestDatabase } from '@kit/db/testing/test-database'
import { untilAnswers } from '@kit/launcher/answers'
import { freePort } from '@kit/embedded-postgres/free-port'
import { root } from '@kit/launcher/paths'
import { startGroup } from '@kit/launcher/process-group'
import { progress } from '@kit/launcher/progress'
import type { Scope } from '@kit/launcher/scope'
import { cleanEnvironment } from '@kit/launcher/settings'
import type { Server } from './server'

export interface Product extends Server {
  /** Signs session cookies. */
  secret: string
}

/**
 * Starts the production build like `pnpm start`, on its own database.
 * @param settings added to those that production requires
 */
export async function startProduct(scope: Scope, settings: Record<string, string> = {}): Promise<Product> {
  const database = await scope.acquire(createTestDatabase, (made) => made.drop())
  const mail = await scope.acquire(
    () => mkdtemp(join(tmpdir(), 'gatehouse-bench-mail-')),
    (folder) => rm(folder, { recursive: true, force: true }),
  )
  const port = String(await freePort())
  const url = `http://localhost:${port}`
  const secret = randomBytes(32).toString('base64url')
  const env = cleanEnvironment({
    APP_URL: url,
    BETTER_AUTH_SECRET: secret,
    CONTACT_EMAIL: 'contact@gatehouse.test',
    DATABASE_URL: database.url,
    MAIL_DIRECTORY: mail,
    // The bench opens more pages than a person, and all from one IP.
    PAGE_READS_PER_MINUTE: '1000000',
    PORT: port,
    ...settings,
  })
  let output = ''
  const onOutput = (text: string) => {
    output = (output + text).slice(-4000)
  }
  const args = ['--import', 'tsx', 'packages/server/src/start.ts']
  const group = await scope.acquire(
    () => startGroup(process.execPath, args, { cwd: root, env, onOutput }),
    (started) => started.stop(),
  )
  await progress('Starting the product', async () => {
    await untilAnswers(url, group).catch((error: unknown) => {
      throw new Error(output, { cause: error })
    })
  })
  return { url, databaseUrl: database.ownerUrl, group, secret }
}
