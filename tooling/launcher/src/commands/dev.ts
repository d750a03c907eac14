import { join } from 'node:path'
import { untilAnswers } from '../servers/answers'
import { databaseSettings, removeDatabaseUrl } from '../servers/database-url-file'
import { assertOnlySession } from '../servers/dev-session'
import { writeLabData } from '../servers/lab-data'
import { launch } from '../process/launch'
import { startNext } from '../servers/next'
import { providerSettings } from '../servers/provider-settings'
import { state } from '../repository/paths'
import { assertPortFree } from '@kit/server/ports'
import { heldOutput } from '../terminal/held-output'
import { print, progress } from '../terminal/progress'
import { Refusal } from '@kit/server/refusal'
import { Scope } from '../process/scope'
import { childEnvironment } from '../repository/settings'
import { loadDotenv, portSetting, setting } from '@kit/server/settings'
import { welcome } from '../terminal/welcome'

/** `pnpm dev`: runs the database, the mailbox and Next until one of them ends or you stop it. */
async function dev(scope: Scope): Promise<number> {
  loadDotenv()
  if (setting('NODE_ENV') === 'production') {
    throw new Refusal('NODE_ENV is production. Run "pnpm build" and "pnpm start" instead.')
  }
  assertOnlySession()
  const port = portSetting('PORT', 3000)
  const mailboxPort = portSetting('MAILBOX_PORT', 3025)
  const providerPort = portSetting('PROVIDER_PORT', 3027)
  await assertPortFree(port, 'PORT')
  if (!setting('SMTP_URL')) await assertPortFree(mailboxPort, 'MAILBOX_PORT')

  await assertPortFree(providerPort, 'PROVIDER_PORT')

  const mailDirectory = setting('MAIL_DIRECTORY') ?? join(state, 'mail')
  const env = childEnvironment({
    ...databaseSettings,
    MAIL_DIRECTORY: mailDirectory,
    ...providerSettings(providerPort),
    ...(process.stdout.isTTY && { FORCE_COLOR: '1' }),
  })
  const url = `http://localhost:${port}`

  // Next is stopped first, because it uses the services.
  const services = await scope.acquire(
    () => new Scope(),
    (opened) => opened.close(),
  )
  removeDatabaseUrl()
  const output = heldOutput(print)
  const next = await scope.acquire(
    () => startNext('dev', { host: 'localhost', port, env, onOutput: output.add }),
    (group) => group.stop(),
  )
  const nextEnded = next.exited.then((code) => {
    if (!scope.isClosing) output.release()
    throw new Refusal(`Next ended with exit code ${code}.`)
  })
  // Loaded while Next starts, because it is heavy.
  const starting = import('../servers/dev-services').then(({ startServices }) =>
    startServices(services, { url, env, mailDirectory, mailboxPort, providerPort }),
  )
  const { mailbox, refused, lost } = await Promise.race([starting, nextEnded])
  output.release()
  const databaseEnded = lost.then(() => Promise.reject(new Refusal('PostgreSQL ended.')))
  const ended = Promise.race([nextEnded, databaseEnded])
  await progress('Starting Next', () => Promise.race([untilAnswers(`${url}/sign-in`, next), ended]))
  print(welcome({ url, mailbox, refused }))
  // Compiles the landing page, which is likely opened next.
  await Promise.race([untilAnswers(url, next), ended])
  await writeLabData(scope, env)
  return ended
}

await launch(dev, () => {
  print('\nStopping.\n')
  return 0
})
