import type { Node } from 'oxc-parser'
import { isFunction, rangeOf, walk } from './node'
import type { Binding } from './scopes'
import type { SourceModule } from './source-module'

const known = new WeakMap<Node, readonly Binding[]>()
const hasThis = new WeakSet<Node>()

/** The outer variables that a function references. */
export function namedIn(fn: Node, module: SourceModule): readonly Binding[] {
  const earlier = known.get(fn)
  if (earlier) return earlier
  const bindings = new Set<Binding>()
  walk(fn, (node) => {
    if (node !== fn && isFunction(node)) {
      for (const binding of namedIn(node, module)) bindings.add(binding)
      if (hasThis.has(node)) hasThis.add(fn)
      return false
    }
    const binding = node.type === 'Identifier' ? module.scopes.lookup(node) : undefined
    if (binding) bindings.add(binding)
    if (node.type === 'ThisExpression') hasThis.add(fn)
    return true
  })
  const [start, end] = rangeOf(fn)
  const all = [...bindings].filter(({ node }) => node.start < start || node.end > end)
  known.set(fn, all)
  return all
}

/** Whether a function references `this`. */
export function namesThis(fn: Node, module: SourceModule): boolean {
  namedIn(fn, module)
  return hasThis.has(fn)
}
