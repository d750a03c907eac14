import { posix } from 'node:path'
import type { Tree } from '../tree/tree'
import { pruneModule } from './prune-module'

/** Removes strings, keys and scripts that refer to something removed. */
export function pruneJson(path: string, text: string, isGone: (text: string) => boolean): string {
  const nothing = { isGone: () => false, names: new Set<string>() }
  const { source } = pruneModule(`${path}.ts`, `(${text})`, { ...nothing, isTerm: isGone })
  return source.slice(1, -1).replaceAll(/,(?=\s*[}\]])/g, '')
}

/** Whether an entry of `exports` names a module that no longer exists. */
export function isLostTarget(tree: Tree, manifest: string, target: string): boolean {
  if (!/^\.\/src\/[^*]+\.tsx?$/.test(target)) return false
  return !tree.has(posix.join(posix.dirname(manifest), target))
}
