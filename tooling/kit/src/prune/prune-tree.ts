import type { Tree } from '../tree/tree'
import { parse, type Place } from './syntax'
import { pruneModule } from './prune-module'
import { resolver } from './resolve'
import { specifiersIn } from './specifiers'

export interface Removal {
  /** Files to remove. */
  isRemoved: (path: string) => boolean
  /** Declarations to remove from files that stay. */
  declarations: readonly string[]
  /** Strings and property names that refer to what is removed, such as a path or a setting. Without a place: a quick check. */
  isTerm: (text: string, place?: Place) => boolean
  /** Files to skip. */
  isIgnored: (path: string) => boolean
}

/** Removes files, everything in other modules that uses them, and what becomes unused. */
export function pruneTree(tree: Tree, { isRemoved, declarations, isTerm, isIgnored }: Removal): void {
  const resolve = resolver(tree)
  const modules = tree.paths().filter((path) => /\.tsx?$/.test(path) && !isIgnored(path))
  const resolved = new Map(
    modules.map((path) => [
      path,
      new Map(specifiersIn(path, tree.read(path)).map((each) => [each, resolve(path, each)])),
    ]),
  )
  const removedFiles = new Set(tree.paths().filter(isRemoved))
  for (const path of removedFiles) tree.remove(path)

  const gone = new Map<string, Set<string>>()
  let waiting = modules.filter((path) => {
    if (removedFiles.has(path)) return false
    const source = tree.read(path)
    if (declarations.some((name) => source.includes(name)) || mayHaveTerm(source, isTerm)) return true
    return [...(resolved.get(path)?.values() ?? [])].some((target) => target && removedFiles.has(target))
  })
  while (waiting.length > 0) {
    const changed = new Set<string>()
    for (const path of waiting) {
      const source = tree.read(path)
      const pruned = pruneModule(path, source, {
        isTerm,
        names: new Set(declarations),
        isGone: (specifier, name) => {
          const target = resolved.get(path)?.get(specifier)
          if (target === undefined) return false
          return removedFiles.has(target) || gone.get(target)?.has(name) === true
        },
      })
      if (pruned.source === source) continue
      if (isEmpty(path, pruned.source)) {
        tree.remove(path)
        removedFiles.add(path)
        changed.add(path)
        continue
      }
      tree.write(path, pruned.source)
      if (pruned.exports.length > 0) {
        gone.set(path, new Set([...(gone.get(path) ?? []), ...pruned.exports]))
        changed.add(path)
      }
    }
    waiting = modules.filter((path) => {
      if (removedFiles.has(path)) return false
      return [...(resolved.get(path)?.values() ?? [])].some((target) => target && changed.has(target))
    })
  }
}

/** Whether the source may contain a term. Cheaper than parsing it. */
function mayHaveTerm(source: string, isTerm: (text: string) => boolean): boolean {
  const words = source.match(/'[^'\n]*'|"[^"\n]*"|\w+(?=:)/g) ?? []
  return words.some((word) => isTerm(word.replaceAll(/^['"]|['"]$/g, '')))
}

/** Whether a module contains nothing but imports. */
function isEmpty(path: string, source: string): boolean {
  return parse(path, source).program.body.every(({ type }) => type === 'ImportDeclaration')
}
