import { join } from 'node:path'
import { startEmbeddedPostgres } from '@kit/embedded-postgres/embedded'
import { answers } from './answers'
import { migrateFor, seedFor } from './dev-database'
import { launch } from './launch'
import { startNext } from './next'
import { state, unguarded } from './paths'
import { assertPortFree } from './ports'
import { print, progress } from './progress'
import { orRefuse, Refusal } from './refusal'
import type { Scope } from './scope'
import { cleanEnvironment, loadDotenv, portSetting, setting } from './settings'

/**
 * `pnpm dev:unguarded`: the app that makes every mistake, for the lab to attack, on a database of its own that is thrown
 * away at the end. Whatever `.env` says of databases and mail, it gets none of it.
 */
async function devUnguarded(scope: Scope): Promise<number> {
  loadDotenv()
  if (setting('NODE_ENV') === 'production') {
    throw new Refusal('NODE_ENV is production; this app is vulnerable on purpose.')
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
  const ended = next.exited.then((code) => Promise.reject(new Refusal(`Next has ended (exit code ${code}).`)))
  await progress('Starting Next', () => Promise.race([answers(url), ended]))
  print(`
  Vulnerable on purpose  ${url}

  The lab of a running "pnpm dev" attacks it beside the app. It answers this machine only.
  Ctrl-C stops it; its data is thrown away.

`)
  return ended
}

await launch(devUnguarded, () => {
  print('\nStopping.\n')
  return 0
})
