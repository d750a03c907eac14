import { execFile } from 'node:child_process'
import { readFile, realpath, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import { EmbeddedPostgresError } from './embedded-error'

/** The user a program runs as. */
export interface Account {
  uid: number
  gid: number
}

export function isRoot(): boolean {
  return process.getuid?.() === 0
}

/**
 * Returns the system account with this name, and creates it if needed. Postgres refuses to run as root, so root runs it as
 * this account.
 * @throws EmbeddedPostgresError when it can't be created
 */
export async function systemAccount(name: string): Promise<Account> {
  const existing = await find(name)
  if (existing) return existing
  const command = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', name]
  await promisify(execFile)('useradd', command).catch(() => {})
  const made = await find(name)
  if (made) return made
  throw new EmbeddedPostgresError(`Postgres can't run as root, and there is no user "${name}" to run it as.`)
}

async function find(name: string): Promise<Account | undefined> {
  const lines = await readFile('/etc/passwd', 'utf8').catch(() => '')
  const [, , uid, gid] =
    lines
      .split('\n')
      .find((line) => line.startsWith(`${name}:`))
      ?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined
}

/** Whether the account can access every folder on the path, and the folder or executable itself. */
export async function canAccess(account: Account, place: string): Promise<boolean> {
  let path = await realpath(place)
  while (true) {
    if (!(await mayExecute(account, path))) return false
    if (path === dirname(path)) return true
    path = dirname(path)
  }
}

async function mayExecute(account: Account, path: string): Promise<boolean> {
  const { mode, uid, gid } = await stat(path)
  if (uid === account.uid) return (mode & 0o100) !== 0
  return (mode & (gid === account.gid ? 0o010 : 0o001)) !== 0
}
