import {
  visitorKeys,
  type ArrowFunctionExpression,
  type CallExpression,
  type Expression,
  type Function as FunctionWithName,
  type Node,
} from 'oxc-parser'

/** Any function. Declarations may lack a body. */
export type FunctionNode = FunctionWithName | ArrowFunctionExpression

export type Range = readonly [number, number]

export function rangeOf({ start, end }: Node): Range {
  return [start, end]
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

export function isFunction(node: Node): node is FunctionNode {
  return (
    node.type === 'FunctionDeclaration' ||
    node.type === 'FunctionExpression' ||
    node.type === 'ArrowFunctionExpression'
  )
}

/** Properties of a node that aren't part of its syntax. */
const noSyntax = new Set(['parent', 'loc', 'range', 'tokens', 'comments', 'start', 'end'])

/** Caches child nodes on the node itself, which is cheaper than a map. */
const parts = Symbol('parts')

type Known = Node & { [parts]?: Node[] }

/** The child nodes in source order. Unknown node types are read by their properties. */
export function childrenOf(node: Node): readonly Node[] {
  const known: Known = node
  const earlier = known[parts]
  if (earlier) return earlier
  const children: Node[] = []
  for (const key of visitorKeys[node.type] ?? Object.keys(node).filter((name) => !noSyntax.has(name))) {
    const part: unknown = Reflect.get(node, key)
    if (Array.isArray(part)) {
      for (const each of part) if (isNode(each)) children.push(each)
    } else if (isNode(part)) children.push(part)
  }
  // A hot path: every rule walks over every file.
  known[parts] = children
  return children
}

/** Visits a node and its descendants. A visitor that returns false skips a node's children. */
export function walk(node: Node, visit: (node: Node) => boolean | void): void {
  if (visit(node) === false) return
  for (const child of childrenOf(node)) walk(child, visit)
}

/** The expression without type assertions, parentheses and `await`. */
export function unwrapped(node: Node): Node {
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'TSInstantiationExpression':
    case 'ParenthesizedExpression':
    case 'ChainExpression':
      return unwrapped(node.expression)
    case 'AwaitExpression':
      return unwrapped(node.argument)
    case 'SequenceExpression': {
      const last = node.expressions.at(-1)
      return last ? unwrapped(last) : node
    }
    default:
      return node
  }
}

/** The name in `a.name`, `a['name']` or `{ name: … }`, or undefined if it is computed. */
export function staticKey(key: Node, computed: boolean): string | undefined {
  if (!computed) {
    if (key.type === 'Identifier') return key.name
    // A private name can't be used from outside.
    if (key.type === 'PrivateIdentifier') return `#${key.name}`
  }
  return constantText(key)
}

function constantText(node: Node): string | undefined {
  const bare = unwrapped(node)
  if (bare.type === 'Literal' && (typeof bare.value === 'string' || typeof bare.value === 'number'))
    return String(bare.value)
  if (bare.type === 'TemplateLiteral' && bare.expressions.length === 0)
    return bare.quasis[0]?.value.cooked ?? undefined
  return undefined
}

/** Splits `object.method(…)`, ignoring type assertions around the object. */
export function methodCall(
  node: Node,
): { object: Expression; method: string | undefined; call: CallExpression } | undefined {
  if (node.type !== 'CallExpression') return undefined
  const callee = unwrapped(node.callee)
  if (callee.type !== 'MemberExpression') return undefined
  return { object: callee.object, method: staticKey(callee.property, callee.computed), call: node }
}
