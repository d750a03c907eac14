import { parseSync, Visitor } from 'oxc-parser'
import type { Names } from './names'

/** Returns identifiers that are exactly the product's name, where a name with a dash would be invalid. */
export function bareIdentifiers(path: string, source: string, names: Names): string[] {
  const { program } = parseSync(path, source)
  const found: string[] = []
  const note = ({ name }: { name: string }) => {
    if (Object.values(names).includes(name)) found.push(name)
  }
  new Visitor({ Identifier: note, JSXIdentifier: note }).visit(program)
  return found
}
