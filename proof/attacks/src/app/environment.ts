import path from 'node:path'

/** The app's folder, which contains its build. */
export const webDirectory = path.resolve(import.meta.dirname, '../../../../apps/web')

function required(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set. Run \`pnpm test:attacks\`, which sets it.`)
  return value
}

/**
 * Several instances of the app can run, each with its own database and mailbox, given as comma-separated lists. Returns
 * this worker's entry.
 */
function ownOf(list: string): string {
  const items = list.split(',')
  return items[Number(process.env.TEST_PARALLEL_INDEX ?? 0) % items.length] ?? ''
}

/** The URL of the app under test, which is also the only origin it accepts. */
export function baseUrl(): URL {
  return new URL(ownOf(process.env.BASE_URL ?? 'http://localhost:3000'))
}

/** The number of running instances. */
export function appCount(): number {
  return (process.env.BASE_URL ?? '').split(',').length
}

/** Whether every shot is fired at every endpoint and every page inspected in every state, as at night. */
export const everyShot = (): boolean => Boolean(process.env.EVERY_SHOT)

/** The URL of the same build with its lab closed, or undefined if it isn't running. */
export function closedLab(): URL | undefined {
  const { CLOSED_LAB_URL } = process.env
  return CLOSED_LAB_URL ? new URL(CLOSED_LAB_URL) : undefined
}

/** Whether the control group runs beside the app. It doesn't for an app that was already running. */
export const hasControlGroup = (): boolean => Boolean(process.env.UNGUARDED_URL)

/** The URL of the control group and its database. */
export function controlGroup(): { url: URL; databaseUrl: string } {
  return { url: new URL(required('UNGUARDED_URL')), databaseUrl: required('UNGUARDED_DATABASE_URL') }
}

/** The secret that the app signs with, or undefined when the attacks are only listed and not fired. */
export function authSecret(): string | undefined {
  const { E2E_AUTH_SECRET } = process.env
  return E2E_AUTH_SECRET === undefined ? undefined : ownOf(E2E_AUTH_SECRET)
}

/**
 * Connects as a superuser, because snapshots must see every row. The suite rewrites the database, so it must be on this
 * machine.
 */
export function databaseUrl(): string {
  const url = ownOf(required('E2E_DATABASE_URL'))
  const { hostname } = new URL(url)
  if (!['localhost', '127.0.0.1', '[::1]'].includes(hostname)) {
    throw new Error(
      `E2E_DATABASE_URL points to ${hostname}. The attack suite rewrites its database and only runs on loopback.`,
    )
  }
  return url
}

/** The app's local mailbox: one file per message. */
export function mailDirectory(): string {
  return path.resolve(ownOf(required('MAIL_DIRECTORY')))
}
