import { execFile } from 'node:child_process'
import { access, constants, rm, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Debian asks this before it starts what it has just installed; 101 means no. */
const STARTS_NOTHING = '/usr/sbin/policy-rc.d'

/**
 * Where `redis-server` is; as root on Debian it is installed when there is none.
 * @throws with one line that says what to do
 */
export async function redisBinary(): Promise<string> {
  const found = await find()
  if (found) return found
  const reason = process.getuid?.() === 0 ? await install() : 'not root, so it cannot be installed'
  const installed = await find()
  if (installed) return installed
  throw new Error(
    `The tests of the limits need redis-server (Debian: apt-get install redis-server): ${reason}.`,
  )
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

/** Why there is none afterwards, if there is none. */
async function install(): Promise<string> {
  // Somebody's own policy stays as it is.
  const ours = await writeFile(STARTS_NOTHING, '#!/bin/sh\nexit 101\n', { mode: 0o755, flag: 'wx' }).then(
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
    if (ours) await rm(STARTS_NOTHING, { force: true })
  }
}
