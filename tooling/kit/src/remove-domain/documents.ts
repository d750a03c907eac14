import type { Tree } from '../tree/tree'
import { isOfDomain, type Domain } from './domain'

/** Removes the guides that the domain's tests write, and sections and table rows about it in other documents. */
export function pruneDocuments(tree: Tree, domain: Domain): void {
  for (const path of writtenBy(tree, domain)) tree.remove(path)
  for (const path of tree.paths()) {
    if (path.endsWith('.md')) tree.write(path, pruneDocument(tree.read(path), domain))
  }
}

function writtenBy(tree: Tree, domain: Domain): string[] {
  const tests = tree.paths().filter((path) => isOfDomain(domain, path) && path.endsWith('.spec.ts'))
  const named = tests.flatMap((path) => tree.read(path).match(/(?<=')docs\/[\w-]+\.md(?=')/g) ?? [])
  return [...new Set(named)].filter((path) => tree.has(path))
}

export function pruneDocument(text: string, { name, resources }: Domain): string {
  const words = [name, ...resources].join('|')
  const heading = new RegExp(`^#+ .*\\b(?:${words})\\b`)
  const row = new RegExp(`^\\|\\s*\`?(?:${words})\`?\\s*\\|`)
  let depth = Infinity
  const kept = text.split('\n').filter((line) => {
    const level = /^(#+) /.exec(line)?.[1]?.length
    if (level !== undefined && level <= depth) depth = heading.test(line) ? level : Infinity
    return depth === Infinity && !row.test(line)
  })
  const pruned = kept.join('\n')
  return pruned === text ? text : `${pruned.trimEnd()}\n`
}
