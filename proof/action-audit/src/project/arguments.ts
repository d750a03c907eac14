import type { CallExpression } from 'oxc-parser'
import type { Value } from './value'

/** Up to the first spread: what stands behind it has no known place. */
export function argumentsOf(value: Value, call: CallExpression): Value[] {
  const known = []
  for (const node of call.arguments) {
    if (node.type === 'SpreadElement') break
    known.push({ ...value, node })
  }
  return known
}
