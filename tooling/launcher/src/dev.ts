import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from '@kit/env'
import { startMailbox } from '@kit/mail/mailbox/server'
import { answers } from './answers'
import { migrateFor, openDevDatabase, seedFor } from './dev-database'
import { assertOnlySession, removeDevSession, writeDevSession } from './dev-session'
import { writeLabData } from './lab-data'
import { launch } from './launch'
import { startNext } from './next'
import { state } from './paths'
import { assertPortFree } from './ports'
import { print, progress } from './progress'
import { orRefuse, Refusal } from './refusal'
import type { Scope } from './scope'
import { childEnvironment, loadDotenv, portSetting, setting } from './settings'
import { welcome } from './welcome'

/** `pnpm dev`: the database, the mailbox and Next, until one of them or the developer ends it. */
async function dev(scope: Scope): Promise<number> {
  loadDotenv()
  if (setting('NODE_ENV') === 'production') {
    throw new Refusal('NODE_ENV is production; run "pnpm build" and "pnpm start" instead.')
  }
  assertOnlySession()
  const port = portSetting('PORT', 3000)
  const mailboxPort = portSetting('MAILBOX_PORT', 3025)
  await assertPortFree(port, 'PORT')
  if (!setting('SMTP_URL')) await assertPortFree(mailboxPort, 'MAILBOX_PORT')

  const database = await openDevDatabase(scope)
  const mailDirectory = setting('MAIL_DIRECTORY') ?? join(state, 'mail')
  const env = childEnvironment({
    DATABASE_URL: database.url,
    MAIL_DIRECTORY: mailDirectory,
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
  await writeLabData(scope, env)
  const ended = Promise.race([
    next.exited.then((code) => `Next has ended (exit code ${code}).`),
    database.lost.then(() => 'PostgreSQL has ended.'),
  ]).then((reason) => Promise.reject(new Refusal(reason)))
  await progress('Starting Next', () => Promise.race([answers(url), ended]))
  print(welcome({ url, mailbox, refused }))
  return ended
}

async function startMailboxAt(scope: Scope, directory: string, port: number): Promise<string> {
  // The links in it open accounts.
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
