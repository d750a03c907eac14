import type { Tree } from '../tree/tree'
import { checkSpelling, checkUnused } from './check-name'
import { keepsOldName } from './keeps-old-name'
import { namesOf, type Product } from './names'
import { productOf } from './product'
import { renamer } from './renamer'

/**
 * Renames the product in every text and path of the tree.
 * @throws Refusal for an invalid name
 */
export function rename(tree: Tree, to: Product): void {
  checkSpelling(to)
  const from = productOf(tree)
  if (from.name === to.name && from.slug === to.slug) return
  if (namesOf(from).pascal !== namesOf(to).pascal) checkUnused(tree, to)
  const renamed = renamer(from, to)
  for (const path of tree.paths()) {
    if (keepsOldName(path)) continue
    const text = tree.readText(path)
    if (text !== undefined) tree.write(path, renamed(text))
    const target = renamed(path)
    if (target !== path) tree.move(path, target)
  }
}
