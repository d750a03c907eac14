import { chmod, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '@kit/launcher/paths'
import { debianMirror, unpackNewer } from './debian-download'
import { withOwnLibraries } from './own-libraries'

const CACHE = join(root, 'node_modules/.cache')

/**
 * Returns a folder with the programs of a PostgreSQL version that this Debian release doesn't have yet, from a newer release on
 * the same mirror. Nothing is installed: the packages are unpacked with the libraries they need, and apt checks their
 * signatures. Undefined if this isn't Debian or the mirror doesn't have them.
 */
export async function debianPostgres(major: number): Promise<string | undefined> {
  const place = join(CACHE, `postgresql-client-${major}`)
  const programs = join(place, 'bin')
  if (await isThere(programs)) return programs
  const mirror = await debianMirror()
  if (mirror === undefined) return undefined
  await mkdir(CACHE, { recursive: true })
  const made = await mkdtemp(`${place}.`)
  try {
    // When apt runs as root, it downloads as a different user, who must be able to enter the folder.
    await chmod(made, 0o755)
    const isUnpacked = await unpackNewer(`postgresql-client-${major}`, mirror, made)
    if (!isUnpacked || !(await withOwnLibraries(`postgresql/${major}/bin`, made))) return undefined
    // Another process may have made it first.
    await rename(made, place).catch(() => {})
    return (await isThere(programs)) ? programs : undefined
  } finally {
    await rm(made, { recursive: true, force: true })
  }
}

const isThere = (folder: string) => readdir(folder).then(Boolean, () => false)
