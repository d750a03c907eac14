import { posix } from 'node:path'
import { pruneModule } from '../prune/prune-module'
import type { Tree } from '../tree/tree'

/** JSON without the strings, keys and scripts that stand for something that is gone. */
export function pruneJson(path: string, text: string, isGone: (text: string) => boolean): string {
  const nothing = { isGone: () => false, names: new Set<string>() }
  const { source } = pruneModule(`${path}.ts`, `(${text})`, { ...nothing, isTerm: isGone })
  return source.slice(1, -1).replaceAll(/,(?=\s*[}\]])/g, '')
}

/** A list of settings without some of them and the comments right above each. */
export function pruneSettings(text: string, isGone: (name: string) => boolean): string {
  const kept: string[] = []
  for (const line of text.split('\n')) {
    const name = /^([A-Z_]+)=/.exec(line)?.[1]
    if (name === undefined || !isGone(name)) {
      kept.push(line)
      continue
    }
    while (kept.at(-1)?.startsWith('#')) kept.pop()
  }
  return kept.join('\n').replaceAll(/\n{3,}/g, '\n\n')
}

/** Takes what is gone out of every package.json, the linter's settings, the list of settings and the guides. */
export function pruneConfigFiles(tree: Tree, isGone: (text: string) => boolean): void {
  for (const path of tree.paths()) {
    const name = posix.basename(path)
    if (name === 'package.json' || name === '.oxlintrc.json') {
      const isLost = (text: string) => isGone(text) || isLostTarget(tree, path, text)
      tree.write(path, pruneJson(path, tree.read(path), isLost))
    } else if (name === '.env.example') {
      tree.write(path, pruneSettings(tree.read(path), isGone))
    } else if (name === '.gitignore' || /^docs\/.*\.md$/.test(path)) {
      tree.write(path, withoutLines(tree.read(path), isGone))
    }
  }
}

/** Whether an entry of `exports` names a module that is no longer there. */
function isLostTarget(tree: Tree, manifest: string, target: string): boolean {
  if (!/^\.\/src\/[^*]+\.tsx?$/.test(target)) return false
  return !tree.has(posix.join(posix.dirname(manifest), target))
}

/** Lines of a list or of commands; sentences stay, and are looked at by the check for leftovers. */
function withoutLines(text: string, isGone: (text: string) => boolean): string {
  return text
    .split('\n')
    .filter((line) => !isGone(line.replace(/^apps\/web\//, '').replace(/^lab-.*/, 'lab:')))
    .join('\n')
}
