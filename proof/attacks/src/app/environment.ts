import path from 'node:path'

/** The folder of the app, where its build output lies. */
export const webDirectory = path.resolve(import.meta.dirname, '../../../../apps/web')

function required(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set; \`pnpm test:attacks\` sets it.`)
  return value
}

/**
 * Several of the app under test can run side by side, each with a database and a mailbox of its own, given as lists with
 * commas; this is the one that belongs to this worker.
 */
function ownOf(list: string): string {
  const items = list.split(',')
  return items[Number(process.env.TEST_PARALLEL_INDEX ?? 0) % items.length] ?? ''
}

/** Where the app under test listens; also the only origin that its calls may come from. */
export function baseUrl(): URL {
  return new URL(ownOf(process.env.BASE_URL ?? 'http://localhost:3000'))
}

/** How many of the app run side by side. */
export function appCount(): number {
  return (process.env.BASE_URL ?? '').split(',').length
}

/** Where the same build runs with its lab closed; undefined where nobody started one. */
export function closedLab(): URL | undefined {
  const { CLOSED_LAB_URL } = process.env
  return CLOSED_LAB_URL ? new URL(CLOSED_LAB_URL) : undefined
}

/** Where the control group listens, and its own database. */
export function controlGroup(): { url: URL; databaseUrl: string } {
  return { url: new URL(required('UNGUARDED_URL')), databaseUrl: required('UNGUARDED_DATABASE_URL') }
}

/**
 * The owner of the app's database, which row-level security does not bind: the oracle has to see every row.
 * The suite rewrites the database, so only one on this machine is accepted.
 */
export function databaseUrl(): string {
  const url = ownOf(required('E2E_DATABASE_URL'))
  const { hostname } = new URL(url)
  if (!['localhost', '127.0.0.1', '[::1]'].includes(hostname)) {
    throw new Error(
      `E2E_DATABASE_URL points to ${hostname}; the attack suite rewrites its database and runs on loopback only.`,
    )
  }
  return url
}

/** Where the app drops its mail, one file per message. */
export function mailDirectory(): string {
  return path.resolve(ownOf(required('MAIL_DIRECTORY')))
}
