import type { Node } from 'oxc-parser'
import { unwrapped } from '../syntax/node'
import type { SourceModule } from '../syntax/source-module'

/** Errors of the language and the platform, whose messages aren't meant for callers. */
const plain: ReadonlySet<string> = new Set([
  'Error',
  'TypeError',
  'RangeError',
  'SyntaxError',
  'ReferenceError',
  'AggregateError',
  'DOMException',
])

/** Whether a reply is reachable only with one of the app's own error classes, as after `error instanceof KnownError`. */
export function isForKnownErrors(module: SourceModule, reply: Node): boolean {
  let inner = reply
  for (let outer = module.scopes.parentOf(inner); outer; outer = module.scopes.parentOf(outer)) {
    if (outer.type === 'IfStatement' && outer.consequent === inner && asks(outer.test)) return true
    if (outer.type === 'ConditionalExpression' && outer.consequent === inner && asks(outer.test)) return true
    if (
      outer.type === 'LogicalExpression' &&
      outer.operator === '&&' &&
      outer.right === inner &&
      asks(outer.left)
    )
      return true
    inner = outer
  }
  return false
}

function asks(test: Node): boolean {
  const bare = unwrapped(test)
  if (bare.type === 'LogicalExpression')
    return bare.operator === '&&' ? asks(bare.left) || asks(bare.right) : asks(bare.left) && asks(bare.right)
  if (bare.type !== 'BinaryExpression' || bare.operator !== 'instanceof') return false
  const known = unwrapped(bare.right)
  return known.type === 'Identifier' ? !plain.has(known.name) : known.type === 'MemberExpression'
}
