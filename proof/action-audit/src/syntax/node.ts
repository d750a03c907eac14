import {
  visitorKeys,
  type ArrowFunctionExpression,
  type CallExpression,
  type Expression,
  type Function as FunctionWithName,
  type Node,
} from 'oxc-parser'

/** Any function, of which the body may be missing in a declaration. */
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

/** What hangs on a node without being a part of its syntax. */
const noSyntax = new Set(['parent', 'loc', 'range', 'tokens', 'comments', 'start', 'end'])

/** Where the parts of a node are kept: on the node itself, which costs less than a map of all nodes. */
const parts = Symbol('parts')

type Known = Node & { [parts]?: Node[] }

/** The parts of a node, in the order of the source. A parser with kinds of its own is read by its properties. */
export function childrenOf(node: Node): readonly Node[] {
  const known: Known = node
  const earlier = known[parts]
  if (earlier) return earlier
  const children: Node[] = []
  for (const key of visitorKeys[node.type] ?? Object.keys(node).filter((name) => !noSyntax.has(name))) {
    const part: unknown = Reflect.get(node, key)
    if (Array.isArray(part)) children.push(...part.filter(isNode))
    else if (isNode(part)) children.push(part)
  }
  // Every rule walks over every file.
  known[parts] = children
  return children
}

/** Visits a node and everything in it; a visitor that answers false is not led further in. */
export function walk(node: Node, visit: (node: Node) => boolean | void): void {
  if (visit(node) === false) return
  for (const child of childrenOf(node)) walk(child, visit)
}

/** What an expression comes to when types, parentheses and `await` are taken off. */
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

/** The name in `a.name`, `a['name']`, `{ name: … }`; undefined when only the run tells. */
export function staticKey(key: Node, computed: boolean): string | undefined {
  if (!computed) {
    if (key.type === 'Identifier') return key.name
    // A private name is no name that anybody outside can use.
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

/** `object.method(…)` taken apart, whatever stands around the object. */
export function methodCall(
  node: Node,
): { object: Expression; method: string | undefined; call: CallExpression } | undefined {
  if (node.type !== 'CallExpression') return undefined
  const callee = unwrapped(node.callee)
  if (callee.type !== 'MemberExpression') return undefined
  return { object: callee.object, method: staticKey(callee.property, callee.computed), call: node }
}
