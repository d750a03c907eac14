import { chmod, cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { execa } from 'execa'
import type { Scope } from '@kit/launcher/scope'

/** Clones `root` and commits its uncommitted changes. The clone is deleted with the scope. */
export async function scratchCopy(scope: Scope, root: string): Promise<string> {
  const parent = await scope.acquire(
    async () => mkdtemp(join(tmpdir(), 'kit-scratch-')),
    // A killed process may still be writing.
    (made) => rm(made, { recursive: true, force: true, maxRetries: 10, retryDelay: 300 }),
  )
  // As root, Postgres runs as another user, who needs access.
  await chmod(parent, 0o755)
  const copy = join(parent, 'copy')
  await execa('git', ['clone', '--quiet', '--no-hardlinks', root, copy])
  await copyUncommitted(root, copy)
  await commit(copy, 'test: add uncommitted changes')
  return copy
}

/** Commits everything in the copy, if anything has changed. */
export async function commit(copy: string, message: string): Promise<void> {
  await execa('git', ['add', '--all'], { cwd: copy })
  const identity = ['-c', 'user.name=kit', '-c', 'user.email=kit@example.test']
  await execa('git', [...identity, 'commit', '--quiet', '--allow-empty', '--no-verify', '-m', message], {
    cwd: copy,
  })
}

/** The ID of the last commit. */
export async function head(copy: string): Promise<string> {
  return (await execa('git', ['rev-parse', 'HEAD'], { cwd: copy })).stdout
}

async function copyUncommitted(root: string, copy: string): Promise<void> {
  const list = async (...args: string[]) =>
    (await execa('git', [...args, '-z'], { cwd: root })).stdout.split('\0').filter(Boolean)
  const changed = await list('diff', '--name-only', '--no-renames', 'HEAD')
  const added = await list('ls-files', '--others', '--exclude-standard')
  for (const path of [...changed, ...added]) {
    const target = join(copy, path)
    await rm(target, { force: true })
    if (!existsSync(join(root, path))) continue
    await mkdir(dirname(target), { recursive: true })
    await cp(join(root, path), target)
  }
}
