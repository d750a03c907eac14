import { Refusal } from '@kit/server/refusal'
import { pruneTree } from '../prune/prune-tree'
import type { Tree } from '../tree/tree'
import { pruneConfigFiles } from './config-files'
import { pruneProse } from './prose'
import { importers, removeOrphans } from '../prune/orphans'
import { declarations, isShowroom, isTerm, leftover, replacements } from './showroom'

const templates = 'tooling/kit/templates'

/** Replacements for the showroom's landing page and README. */
const replaced = [
  ['apps/web/src/app/page.tsx', `${templates}/landing-page.tsx`],
  ['README.md', `${templates}/README.md`],
] as const

/**
 * Removes the showroom from the tree, including this command.
 * @throws Refusal when part of it would remain
 */
export function eject(tree: Tree): void {
  const before = importers(tree, 'apps/web/src/')
  for (const [path, template] of replaced) tree.write(path, tree.read(template))
  for (const path of tree.paths()) replaceTexts(tree, path)
  pruneTree(tree, {
    declarations,
    isRemoved: isShowroom,
    isTerm,
    isIgnored: (path) => path.startsWith('proof/action-audit/fixtures/') || isShowroom(path),
  })
  removeOrphans(tree, 'apps/web/src/', before)
  pruneConfigFiles(tree, isTerm)
  pruneProse(tree)
  const left = leftovers(tree)
  if (left.length > 0) throw new Refusal(`These lines still mention the showroom:\n${left.join('\n')}`)
}

function replaceTexts(tree: Tree, path: string): void {
  if (!/\.tsx?$/.test(path) || isShowroom(path)) return
  let text = tree.read(path)
  for (const [old, other] of replacements) text = text.replaceAll(old, other)
  tree.write(path, text)
}

function leftovers(tree: Tree): string[] {
  return tree.paths().flatMap((path) => {
    if (path === 'pnpm-lock.yaml') return []
    const lines = (tree.readText(path) ?? '').split('\n')
    return lines.flatMap((line, index) =>
      leftover.test(line) ? [`  ${path}:${index + 1}: ${line.trim()}`] : [],
    )
  })
}
