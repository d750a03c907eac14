import { join } from 'node:path'
import { startEmbeddedPostgres } from '@kit/embedded-postgres/embedded'
import { orRefuse } from '@kit/server/refusal'
import type { ProcessGroup } from '../process/group'
import type { Scope } from '../process/scope'
import { state, unguarded } from '../repository/paths'
import { cleanEnvironment } from '../repository/settings'
import { print, progress } from '../terminal/progress'
import { untilAnswers } from './answers'
import { migrateFor, seedFor } from './dev-database'
import { startNext } from './next'

interface Options {
  port: number
  /** The URL that callers use for it. */
  url: string
  /** Called with a description of each step. */
  onStep?: (step: string) => void
}

/** Runs the control group on a temporary database. It ignores the databases and mail servers in `.env`. */
export async function startDevControlGroup(
  scope: Scope,
  { port, url, onStep = () => {} }: Options,
): Promise<ProcessGroup> {
  const folder = join(state, 'unguarded')
  onStep('Starting its database…')
  const postgres = await progress('Starting PostgreSQL', (log) =>
    scope.acquire(
      () =>
        orRefuse(() => startEmbeddedPostgres({ directory: join(folder, 'postgres'), throwaway: true, log })),
      (server) => server.stop(),
    ),
  )
  const ownerUrl = postgres.adminUrl
  onStep('Adding its data…')
  await migrateFor({ url: ownerUrl, ownerUrl })
  await seedFor({ ownerUrl })
  const env = cleanEnvironment({
    APP_URL: url,
    DATABASE_URL: ownerUrl,
    MAIL_DIRECTORY: join(folder, 'mail'),
    UNGUARDED_FOR_ATTACKS: 'yes',
    CAPTCHA_WORK: '50',
  })
  onStep('Starting its server…')
  const next = await scope.acquire(
    () => startNext('dev', { app: unguarded, host: '127.0.0.1', port, env, onOutput: print }),
    (group) => group.stop(),
  )
  await progress('Starting the control group', () => untilAnswers(`http://127.0.0.1:${port}`, next))
  return next
}
