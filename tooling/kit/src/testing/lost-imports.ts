import { resolver } from '../prune/resolve'
import { specifiersIn } from '../prune/specifiers'
import type { Tree } from '../tree/tree'

/** Imports of the repository's own modules that lead nowhere, each with the module that has it. */
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
