import { existsSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'

/** Where a folder is in its Git repository, as in `apps/web/`; empty at the top, and outside of any. */
export function placeInRepository(folder: string): string {
  const top = topAbove(folder)
  const place = top === undefined ? '' : relative(top, folder).split(sep).join('/')
  return place === '' ? '' : `${place}/`
}

/** `.git` is a file in a worktree. */
function topAbove(folder: string): string | undefined {
  if (existsSync(join(folder, '.git'))) return folder
  const parent = dirname(folder)
  return parent === folder ? undefined : topAbove(parent)
}
