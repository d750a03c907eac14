import { root } from '@kit/launcher/paths'
import { print } from '@kit/launcher/progress'
import { Refusal } from '@kit/server/refusal'
import { apply } from '../tree/apply'
import { describe } from '../tree/change'
import { isDirty } from '../tree/git'
import { Tree } from '../tree/tree'
import { finish } from './finish'

export interface RunOptions {
  dryRun?: boolean
}

/**
 * Runs a command on the repository: `edit` changes the tree, then everything is written, or nothing.
 * @throws Refusal when there are uncommitted changes
 */
export async function runCommand(
  edit: (tree: Tree) => void | Promise<void>,
  { dryRun = false }: RunOptions,
  folder = root,
): Promise<void> {
  if (!dryRun && (await isDirty(folder))) {
    throw new Refusal('There are uncommitted changes. Commit or stash them first.')
  }
  const tree = await Tree.open(folder)
  await edit(tree)
  const changes = tree.changes()
  if (dryRun) for (const change of changes) print(`${describe(change)}\n`)
  const count = `${changes.length} ${changes.length === 1 ? 'file' : 'files'}`
  if (changes.length === 0) print('Nothing to change.\n')
  else if (dryRun) print(`\n${count} would change.\n`)
  else {
    await apply(folder, changes, () => finish(folder, changes), ['pnpm-lock.yaml'])
    print(`Changed ${count}. See them with "git status", then run "npx pnpm test".\n`)
  }
}
