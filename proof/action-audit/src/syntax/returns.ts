import type { Node } from 'oxc-parser'
import { isFunction, walk, type FunctionNode } from './node'

/** The return expressions of a function, without those of nested functions. */
export function returnsOf(fn: FunctionNode): Node[] {
  const { body } = fn
  if (!body) return []
  if (body.type !== 'BlockStatement') return [body]
  const found: Node[] = []
  walk(body, (node) => {
    if (isFunction(node)) return false
    if (node.type === 'ReturnStatement' && node.argument) found.push(node.argument)
    return true
  })
  return found
}
