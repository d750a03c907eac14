import { mkdirSync } from 'node:fs'
import { parseEnv } from '@kit/env'
import { startMailbox } from '@kit/mail/mailbox/server'
import { orRefuse } from '@kit/server/refusal'
import { setting } from '@kit/server/settings'
import type { Scope } from '../process/scope'
import { print } from '../terminal/progress'
import { removeDatabaseUrl, writeDatabaseUrl } from './database-url-file'
import { migrateFor, openDevDatabase, seedFor } from './dev-database'
import { startDevProvider } from './dev-provider'
import { removeDevSession, writeDevSession } from './dev-session'
import { offerControlGroup } from './lazy-control-group'

interface Options {
  /** The app's URL. */
  url: string
  /** The app's settings, without its database. */
  env: NodeJS.ProcessEnv
  mailDirectory: string
  mailboxPort: number
  providerPort: number
}

interface Services {
  /** Its URL; undefined when mail leaves the machine. */
  mailbox: string | undefined
  /** Why there is no demo data. */
  refused?: string
  /** Resolves when the embedded database ends. */
  lost: Promise<void>
}

/** Starts what the app uses in development. Once the database is ready, the app may answer. */
export async function startServices(
  scope: Scope,
  { url, env, mailDirectory, mailboxPort, providerPort }: Options,
): Promise<Services> {
  const database = await openDevDatabase(scope)
  const settings = { ...env, DATABASE_URL: database.url, DATABASE_URL_FILE: '' }
  await orRefuse(() => parseEnv({ ...settings, PORT: new URL(url).port }))
  await scope.acquire(
    () => writeDevSession({ pid: process.pid, url, databaseUrl: database.ownerUrl, mailDirectory }),
    removeDevSession,
  )
  await migrateFor(database)
  const { refused } = await seedFor(database)
  await startDevProvider(scope, providerPort)
  const mailbox = setting('SMTP_URL') ? undefined : await startMailboxAt(scope, mailDirectory, mailboxPort)
  await scope.acquire(() => writeDatabaseUrl(database.url), removeDatabaseUrl)
  await offerControlGroup(scope)
  return { mailbox, refused, lost: database.lost }
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
