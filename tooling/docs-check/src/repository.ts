import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

export const root = path.join(import.meta.dirname, '../../..')

/** Every file that git tracks or would track, relative to the root. */
export const files: readonly string[] = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard'],
  { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
)
  .split('\n')
  .filter((file) => file !== '' && existsSync(path.join(root, file)))

/** Every document, relative to the root. */
export const documents = files.filter((file) => file.endsWith('.md'))

/** The text of a file, given relative to the root. */
export function readFile(file: string): string {
  return readFileSync(path.join(root, file), 'utf8')
}
