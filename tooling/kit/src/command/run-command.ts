import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '@kit/launcher/paths'
import { print } from '@kit/launcher/progress'
import { Refusal } from '@kit/server/refusal'
import { apply } from '../tree/apply'
import { describe, type Change } from '../tree/change'
import { isDirty } from '../tree/git'
import { Tree } from '../tree/tree'
import { finish } from './finish'
import type { Generated } from './generated'

export interface RunOptions {
  dryRun?: boolean
}

/** Next writes them, and they import every page. With a page that is gone, the type check would fail until the next build. */
const pageImports = ['apps/web/.next/types/validator.ts', 'apps/web/.next/dev/types/validator.ts']

/**
 * Runs a command on the repository: `edit` changes the tree and may return what to generate. Then all changes are written,
 * or none.
 * @throws Refusal when there are uncommitted changes
 */
export async function runCommand(
  edit: (tree: Tree) => Generated | void | Promise<void>,
  { dryRun = false }: RunOptions,
  folder = root,
): Promise<void> {
  if (!dryRun && (await isDirty(folder))) {
    throw new Refusal('There are uncommitted changes. Commit or stash them first.')
  }
  const tree = await Tree.open(folder)
  const generated = (await edit(tree)) ?? undefined
  const changes = tree.changes()
  const listed = [...changes, ...(generated?.paths ?? []).map((path) => asChange(tree, path))]
  if (dryRun) for (const change of listed) print(`${describe(change)}\n`)
  const count = `${listed.length} ${listed.length === 1 ? 'file' : 'files'}`
  if (changes.length === 0) print('Nothing to change.\n')
  else if (dryRun) print(`\n${count} would change.\n`)
  else {
    const alsoChanged = ['pnpm-lock.yaml', ...(generated?.paths ?? [])]
    await apply(folder, changes, () => finish(folder, changes, generated), alsoChanged)
    for (const file of pageImports) rmSync(join(folder, file), { force: true })
    print(`Changed ${count}. See them with "git status", then run "npx pnpm test".\n`)
  }
}

const asChange = (tree: Tree, path: string): Change => ({
  kind: tree.has(path) ? 'edit' : 'create',
  path,
  content: '',
})
