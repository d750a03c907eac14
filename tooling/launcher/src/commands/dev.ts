import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from '@kit/env'
import { startMailbox } from '@kit/mail/mailbox/server'
import { startDevProvider } from '../servers/dev-provider'
import { untilAnswers } from '../servers/answers'
import { migrateFor, openDevDatabase, seedFor } from '../servers/dev-database'
import { assertOnlySession, removeDevSession, writeDevSession } from '../servers/dev-session'
import { writeLabData } from '../servers/lab-data'
import { offerControlGroup } from '../servers/lazy-control-group'
import { launch } from '../process/launch'
import { startNext } from '../servers/next'
import { state } from '../repository/paths'
import { assertPortFree } from '@kit/server/ports'
import { print, progress } from '../terminal/progress'
import { orRefuse, Refusal } from '@kit/server/refusal'
import type { Scope } from '../process/scope'
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

  const database = await openDevDatabase(scope)
  const mailDirectory = setting('MAIL_DIRECTORY') ?? join(state, 'mail')
  const env = childEnvironment({
    DATABASE_URL: database.url,
    MAIL_DIRECTORY: mailDirectory,
    ...(await startDevProvider(scope, providerPort)),
    ...(process.stdout.isTTY && { FORCE_COLOR: '1' }),
  })
  await orRefuse(() => parseEnv({ ...env, PORT: String(port) }))

  const url = `http://localhost:${port}`
  await scope.acquire(
    () => writeDevSession({ pid: process.pid, url, databaseUrl: database.ownerUrl, mailDirectory }),
    removeDevSession,
  )
  await migrateFor(database)
  const { refused } = await seedFor(database)
  const mailbox = setting('SMTP_URL') ? undefined : await startMailboxAt(scope, mailDirectory, mailboxPort)

  const next = await scope.acquire(
    () => startNext('dev', { host: 'localhost', port, env, onOutput: print }),
    (group) => group.stop(),
  )
  const lab = await writeLabData(scope, env)
  await offerControlGroup(scope)
  const ended = Promise.race([
    next.exited.then((code) => `Next ended with exit code ${code}.`),
    database.lost.then(() => 'PostgreSQL ended.'),
  ]).then((reason) => Promise.reject(new Refusal(reason)))
  await progress('Starting Next', () => Promise.race([untilAnswers(url, next), ended]))
  await lab.written
  print(welcome({ url, mailbox, refused }))
  return ended
}

async function startMailboxAt(scope: Scope, directory: string, port: number): Promise<string> {
  // Its mail contains sign-in links.
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const mailbox = await scope.acquire(
    () => startMailbox({ directory, port, log: (line) => print(`${line}\n`) }),
    (server) => server.stop(),
  )
  return mailbox.url
}

await launch(dev, () => {
  print('\nStopping.\n')
  return 0
})
