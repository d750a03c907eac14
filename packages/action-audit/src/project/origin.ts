import type { Node } from 'oxc-parser'
import { methodCall, staticKey, unwrapped } from '../syntax/node'
import type { Binding, Path } from '../syntax/scopes'
import type { SourceModule } from '../syntax/source-module'

/** Where a value comes into a function: a parameter or a caught error, and the member of it. */
export interface Origin {
  binding: Binding
  path: Path
}

const DEEPEST = 40

/**
 * What of a function's parameters an expression hands on. `title()` in a path is the result of that method; what another
 * function makes of a value is not followed.
 */
export function originsOf(module: SourceModule, node: Node, depth = 0): Origin[] {
  if (depth > DEEPEST) return []
  const of = (part: Node) => originsOf(module, part, depth + 1)
  const bare = unwrapped(node)
  switch (bare.type) {
    case 'Identifier':
      return ofName(module, bare, depth)
    case 'MemberExpression':
      return of(bare.object).map((origin) => at(origin, [staticKey(bare.property, bare.computed) ?? '*']))
    case 'CallExpression': {
      const link = methodCall(bare)
      return link ? of(link.object).map((origin) => at(origin, [`${link.method ?? '*'}()`])) : []
    }
    case 'ConditionalExpression':
      return [...of(bare.consequent), ...of(bare.alternate)]
    case 'LogicalExpression':
      return [...of(bare.left), ...of(bare.right)]
    case 'AssignmentExpression':
      return of(bare.right)
    default:
      return []
  }
}

function ofName(module: SourceModule, node: Node, depth: number): Origin[] {
  const binding = module.scopes.lookup(node)
  if (!binding) return []
  const { kind, path, init } = binding
  if (kind === 'parameter' || kind === 'caught') return [at({ binding, path: [] }, path)]
  if (kind !== 'variable' || !init) return []
  return originsOf(module, init, depth + 1).map((origin) => at(origin, path))
}

/** What is left of an object has the same members as the object. */
function at({ binding, path }: Origin, further: Path): Origin {
  return { binding, path: [...path, ...further].filter((key) => key !== '...') }
}
