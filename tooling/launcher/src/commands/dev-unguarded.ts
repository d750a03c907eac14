import { join } from 'node:path'
import { startEmbeddedPostgres } from '@kit/embedded-postgres/embedded'
import { untilAnswers } from '../servers/answers'
import { migrateFor, seedFor } from '../servers/dev-database'
import { launch } from '../process/launch'
import { startNext } from '../servers/next'
import { state, unguarded } from '../repository/paths'
import { assertPortFree } from '@kit/server/ports'
import { print, progress } from '../terminal/progress'
import { orRefuse, Refusal } from '@kit/server/refusal'
import type { Scope } from '../process/scope'
import { cleanEnvironment } from '../repository/settings'
import { loadDotenv, portSetting, setting } from '@kit/server/settings'

/**
 * `pnpm dev:unguarded`: runs the control group for the lab to attack, on a temporary database. It ignores the databases
 * and mail servers in `.env`.
 */
async function devUnguarded(scope: Scope): Promise<number> {
  loadDotenv()
  if (setting('NODE_ENV') === 'production') {
    throw new Refusal('NODE_ENV is production. This app is vulnerable on purpose.')
  }
  const port = portSetting('UNGUARDED_PORT', 3999)
  await assertPortFree(port, 'UNGUARDED_PORT')
  const folder = join(state, 'unguarded')
  const postgres = await progress('Starting PostgreSQL', (log) =>
    scope.acquire(
      () =>
        orRefuse(() => startEmbeddedPostgres({ directory: join(folder, 'postgres'), throwaway: true, log })),
      (server) => server.stop(),
    ),
  )
  const ownerUrl = postgres.adminUrl
  await migrateFor({ url: ownerUrl, ownerUrl })
  await seedFor({ ownerUrl })
  const url = `http://127.0.0.1:${port}`
  const env = cleanEnvironment({
    APP_URL: url,
    DATABASE_URL: ownerUrl,
    MAIL_DIRECTORY: join(folder, 'mail'),
  })
  const next = await scope.acquire(
    () => startNext('dev', { app: unguarded, host: '127.0.0.1', port, env, onOutput: print }),
    (group) => group.stop(),
  )
  const ended = next.exited.then((code) => Promise.reject(new Refusal(`Next ended with exit code ${code}.`)))
  await progress('Starting Next', () => Promise.race([untilAnswers(url, next), ended]))
  print(`
  Vulnerable on purpose  ${url}

  The lab of a running "pnpm dev" attacks it next to the app. It answers only this machine.
  Ctrl-C stops it and deletes its data.

`)
  return ended
}

await launch(devUnguarded, () => {
  print('\nStopping.\n')
  return 0
})
