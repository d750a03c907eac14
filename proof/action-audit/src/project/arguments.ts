import type { CallExpression } from 'oxc-parser'
import type { Value } from './value'

/** Arguments up to the first spread, after which positions are unknown. */
export function argumentsOf(value: Value, call: CallExpression): Value[] {
  const known = []
  for (const node of call.arguments) {
    if (node.type === 'SpreadElement') break
    known.push({ ...value, node })
  }
  return known
}
