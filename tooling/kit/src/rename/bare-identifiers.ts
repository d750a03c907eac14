import { parseSync, Visitor } from 'oxc-parser'
import type { Names } from './names'

/** Identifiers in a module that are the product's name and nothing else: no spelling with a dash fits there. */
export function bareIdentifiers(path: string, source: string, names: Names): string[] {
  const { program } = parseSync(path, source)
  const found: string[] = []
  const note = ({ name }: { name: string }) => {
    if (Object.values(names).includes(name)) found.push(name)
  }
  new Visitor({ Identifier: note, JSXIdentifier: note }).visit(program)
  return found
}
