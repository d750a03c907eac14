import { resolver } from '../prune/resolve'
import { specifiersIn } from '../prune/specifiers'
import type { Tree } from '../tree/tree'

/** Returns imports of our own modules that don't resolve, with the importing module. */
export function lostImports(tree: Tree): string[] {
  const resolve = resolver(tree)
  return tree
    .paths()
    .filter(
      (path) =>
        /^(?:apps|packages|proof|tooling)\/.*\.tsx?$/.test(path) &&
        !path.startsWith('proof/action-audit/fixtures/'),
    )
    .flatMap((path) =>
      specifiersIn(path, tree.read(path))
        .filter((each) => /^(?:\.|@\/|@kit\/)/.test(each) && !each.endsWith('.css'))
        .filter((each) => resolve(path, each) === undefined)
        .map((each) => `${path}: ${each}`),
    )
}
