import { existsSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'

/** A folder's path in its Git repository, such as `apps/web/`. Empty at the root and outside of repositories. */
export function placeInRepository(folder: string): string {
  const top = repositoryRoot(folder)
  const place = top === undefined ? '' : relative(top, folder).split(sep).join('/')
  return place === '' ? '' : `${place}/`
}

/** `.git` is a file in a worktree. */
function repositoryRoot(folder: string): string | undefined {
  if (existsSync(join(folder, '.git'))) return folder
  const parent = dirname(folder)
  return parent === folder ? undefined : repositoryRoot(parent)
}
