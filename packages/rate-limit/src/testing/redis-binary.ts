import { execFile } from 'node:child_process'
import { access, constants, rm, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Debian runs this before it starts a service it has just installed; exit code 101 means no. */
const POLICY_FILE = '/usr/sbin/policy-rc.d'

/**
 * Returns the path of `redis-server`, and installs it first if it is missing and this is root on Debian.
 * @throws with one line that says what to do
 */
export async function redisBinary(): Promise<string> {
  const found = await find()
  if (found) return found
  const reason = process.getuid?.() === 0 ? await install() : 'it can only be installed as root'
  const installed = await find()
  if (installed) return installed
  throw new Error(`The rate limit tests need redis-server (Debian: apt-get install redis-server): ${reason}.`)
}

async function find(): Promise<string | undefined> {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, 'redis-server')
    const runs = access(path, constants.X_OK).then(
      () => true,
      () => false,
    )
    if (folder && (await runs)) return path
  }
  return undefined
}

const apt = (...args: string[]) =>
  run('apt-get', ['-o', 'DPkg::Lock::Timeout=120', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeout: 300_000,
  })

/** Installs it. Returns the reason if it is still missing. */
async function install(): Promise<string> {
  // Doesn't replace an existing policy file.
  const ours = await writeFile(POLICY_FILE, '#!/bin/sh\nexit 101\n', { mode: 0o755, flag: 'wx' }).then(
    () => true,
    () => false,
  )
  const packages = ['install', '-y', '--no-install-recommends', 'redis-server']
  try {
    await apt(...packages).catch(async () => {
      await apt('update')
      await apt(...packages)
    })
    return 'it was installed, but is not on the PATH'
  } catch (error) {
    const lines = error instanceof Error ? error.message.trim().split('\n') : []
    return `apt-get failed: ${lines.at(-1) ?? 'no reason given'}`
  } finally {
    if (ours) await rm(POLICY_FILE, { force: true })
  }
}
