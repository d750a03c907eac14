import pluralize from 'pluralize'
import { spellings } from '../new-domain/domain-names'
import type { Tree } from '../tree/tree'
import type { Domain } from './domain'

/** Returns lines outside tooling that still contain the domain's name. A person must check them, because the word may mean something else. */
export function leftovers(tree: Tree, { name }: Domain): string[] {
  const words = [name, pluralize.singular(name)].map(spellings)
  const whole = words.flatMap(({ kebab, snake, camel, words: spoken }) => [kebab, snake, camel, spoken])
  const inside = words.map(({ pascal }) => pascal)
  const names = new RegExp(`\\b(?:${[...new Set(whole)].join('|')})\\b|(?:${inside.join('|')})(?![a-z])`)
  return tree.paths().flatMap((path) => {
    if (/^(?:tooling\/kit|proof\/action-audit)\/|^(?:turbo\.json|pnpm-lock\.yaml|CHANGELOG\.md)$/.test(path))
      return []
    const lines = (tree.readText(path) ?? '').split('\n')
    return lines.flatMap((line, index) =>
      names.test(line) ? [`  ${path}:${index + 1}: ${line.trim()}`] : [],
    )
  })
}
