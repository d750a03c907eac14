import { written, type Change } from '../tree/change'
import type { Generated } from './generated'
import { runProgram } from './run-program'

/** Formats the changed files, because new names wrap differently, and runs the generator. */
export async function finish(root: string, changes: readonly Change[], generated?: Generated): Promise<void> {
  const files = written(changes)
  if (files.length > 0) {
    await runProgram(root, 'oxfmt', ['--no-error-on-unmatched-pattern', ...files.map((file) => `./${file}`)])
  }
  if (changes.some(({ path }) => path.endsWith('package.json'))) {
    await runProgram(root, 'pnpm', ['install', '--lockfile-only', '--prefer-offline'])
  }
  await generated?.generate(root)
}
