import { execa } from 'execa'
import { Refusal } from '@kit/server/refusal'
import { written, type Change } from '../tree/change'

const MINUTES = 60_000

/** Formats what was written, since names of other lengths wrap elsewhere, and brings the lock file up to date. */
export async function finish(root: string, changes: readonly Change[]): Promise<void> {
  const files = written(changes)
  if (files.length > 0) {
    await run(root, 'oxfmt', ['--no-error-on-unmatched-pattern', ...files.map((file) => `./${file}`)])
  }
  if (changes.some(({ path }) => path.endsWith('package.json'))) {
    await run(root, 'pnpm', ['install', '--lockfile-only', '--prefer-offline'])
  }
}

async function run(root: string, command: string, args: readonly string[]): Promise<void> {
  const result = await execa(command, args, {
    cwd: root,
    preferLocal: true,
    all: true,
    reject: false,
    timeout: 5 * MINUTES,
  })
  if (result.failed) throw new Refusal(`"${command} ${args[0]}" failed. Nothing was changed.\n${result.all}`)
}
