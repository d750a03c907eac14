import type { Node } from 'oxc-parser'
import { methodCall, staticKey, unwrapped } from '../syntax/node'
import type { Binding, Path } from '../syntax/scopes'
import type { SourceModule } from '../syntax/source-module'

/** How a value enters a function: a parameter or caught error, and the property path. */
export interface Origin {
  binding: Binding
  path: Path
}

const DEEPEST = 40

/**
 * The parts of a function's parameters that an expression passes on. `title()` in a path is the result of that method.
 * Results of other functions aren't followed.
 */
export function originsOf(module: SourceModule, node: Node, depth = 0): Origin[] {
  if (depth > DEEPEST) return []
  const of = (part: Node) => originsOf(module, part, depth + 1)
  const bare = unwrapped(node)
  switch (bare.type) {
    case 'Identifier':
      return ofName(module, bare, depth)
    case 'MemberExpression': {
      const key = staticKey(bare.property, bare.computed) ?? '*'
      return of(bare.object).map((origin) => member(origin, key))
    }
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
  if (kind === 'parameter') return [own(binding), ...calledWith(module, binding, depth)]
  if (kind === 'caught') return [at({ binding, path: [] }, path)]
  if (kind !== 'variable' || !init) return []
  return originsOf(module, init, depth + 1).map((origin) => at(origin, path))
}

/** `args[0]` of `(...args)` is a parameter, not a property of one. */
function member(origin: Origin, key: string): Origin {
  const isCounted =
    origin.path.length === 0 && origin.binding.path[0] === '...' && String(Number(key)) === key
  return isCounted && origin.binding.kind === 'parameter' ? origin : at(origin, [key])
}

function own(binding: Binding): Origin {
  const [first, second, ...rest] = binding.path
  // `(...args) => args[0].name`: drops the index and keeps the property.
  const isCounted = first === '...' && second !== undefined && String(Number(second)) === second
  return at({ binding, path: [] }, isCounted ? rest : binding.path)
}

/** The callback arguments of `list.map((item) => …)`. */
function calledWith(module: SourceModule, { parameter, path }: Binding, depth: number): Origin[] {
  if (parameter?.index !== 0) return []
  const call = module.scopes.parentOf(parameter.of)
  const link = call && methodCall(call)
  if (!link || link.call.callee === parameter.of) return []
  return originsOf(module, link.object, depth + 1).map((origin) => at(origin, ['*', ...path]))
}

/** A rest object has the same properties as the object. */
function at({ binding, path }: Origin, further: Path): Origin {
  return { binding, path: [...path, ...further].filter((key) => key !== '...') }
}
