import { chmodSync, cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isIgnored } from './ignored'
import { root } from './paths'

export interface FreshCopy {
  folder: string
  remove: () => void
}

/** A copy of the sources in a temporary folder, without what git ignores: nothing is installed or built in it. */
export function freshCopy(): FreshCopy {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-copy-'))
  // As root, Postgres runs as another user, who needs access.
  chmodSync(folder, 0o755)
  const isSource = (path: string) => !isIgnored(path)
  for (const name of readdirSync(root)) {
    cpSync(join(root, name), join(folder, name), { recursive: true, filter: isSource })
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
