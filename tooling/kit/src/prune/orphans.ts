import { resolver } from './resolve'
import { specifiersIn } from './specifiers'
import type { Tree } from '../tree/tree'

/** A unit test is removed with its module. */
const isUnitTest = (path: string) => /\.test\.tsx?$/.test(path)

/** Returns each module below `folder` with its number of importers, not counting unit tests. */
export function importers(tree: Tree, folder: string): Map<string, number> {
  const resolve = resolver(tree)
  const counts = new Map<string, number>()
  for (const path of tree.paths()) {
    if (!/^apps\/.*\.tsx?$/.test(path) || isUnitTest(path)) continue
    for (const specifier of specifiersIn(path, tree.read(path))) {
      const target = resolve(path, specifier)
      if (target?.startsWith(folder)) counts.set(target, (counts.get(target) ?? 0) + 1)
    }
  }
  return counts
}

/** Removes modules below `folder` that are no longer imported, with their tests. */
export function removeOrphans(tree: Tree, folder: string, before: ReadonlyMap<string, number>): void {
  const now = importers(tree, folder)
  const orphans = [...before.keys()].filter((path) => tree.has(path) && !now.has(path))
  for (const path of orphans) {
    tree.remove(path)
    const test = path.replace(/(\.tsx?)$/, '.test$1')
    if (tree.has(test)) tree.remove(test)
  }
  if (orphans.length > 0) removeOrphans(tree, folder, before)
}
