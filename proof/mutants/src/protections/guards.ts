import { unwrapped, walk } from 'action-audit/syntax/node'
import type { Value } from 'action-audit/project/value'
import type { Node } from 'oxc-parser'
import { calledName } from './chain'
import { excerpt, type Kind, type Protection } from './protection'

/** Framework functions that end a call. */
const ending: ReadonlySet<string> = new Set(['forbidden', 'notFound', 'unauthorized'])

/** Whether a statement refuses the call. */
export type Refusing = (statement: Node) => boolean

export const throws: Refusing = (statement) =>
  statement.type === 'ThrowStatement' ||
  (statement.type === 'ExpressionStatement' && ending.has(calledName(statement.expression) ?? ''))

export const answersNo: Refusing = (statement) => {
  if (statement.type !== 'ReturnStatement' || statement.argument?.type !== 'Literal') return false
  const { value } = statement.argument
  return value === null || value === false
}

/** Returns every `if (…)` whose only branch refuses, one protection per condition. */
export function guardsIn({ module, node }: Value, kind: Kind, refuses: Refusing): Protection[] {
  const protections: Protection[] = []
  walk(node, (part) => {
    if (part.type !== 'IfStatement' || part.alternate || !refuses(lastOf(part.consequent))) return
    for (const reason of operandsOf(part.test, '||'))
      protections.push({
        kind,
        module,
        node: reason,
        without: 'false',
        label: `if (${excerpt(module, reason)})`,
      })
  })
  return protections
}

function lastOf(statement: Node): Node {
  const last = statement.type === 'BlockStatement' ? statement.body.at(-1) : undefined
  return last ?? statement
}

/** Returns `a`, `b` and `c` of `a || b || c`. */
export function operandsOf(node: Node, operator: '||' | '&&'): Node[] {
  const bare = unwrapped(node)
  if (bare.type !== 'LogicalExpression' || bare.operator !== operator) return [bare]
  return [...operandsOf(bare.left, operator), ...operandsOf(bare.right, operator)]
}
