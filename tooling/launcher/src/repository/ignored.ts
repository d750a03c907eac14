import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { root } from './paths'

const lines = readFileSync(join(root, '.gitignore'), 'utf8').trim().split('\n')

/** A line with a slash means one path, any other line a name in any folder. */
const patterns = [...lines, '.git'].map((line) => {
  const name = line.replaceAll('.', String.raw`\.`).replaceAll('*', '[^/]*')
  return new RegExp(line.includes('/') ? `^${name}$` : `(?:^|/)${name}$`)
})

/** Whether a file or folder of the repository is one that git ignores or keeps for itself. */
export const isIgnored = (path: string): boolean =>
  patterns.some((pattern) => pattern.test(relative(root, path)))
