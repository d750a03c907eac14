import type { CallExpression, Node } from 'oxc-parser'
import { isFunction, methodCall, staticKey, unwrapped } from '../syntax/node'
import { follow, followMember } from './follow'
import type { Project } from './project'
import { returnedBy } from './returned'
import type { Found, Value } from './value'

export type Constant = string | number | bigint | boolean | null | readonly Constant[]

/** Global names for numbers. */
const numbers: Readonly<Record<string, number>> = {
  Infinity: Number.POSITIVE_INFINITY,
  'Number.POSITIVE_INFINITY': Number.POSITIVE_INFINITY,
  'Number.MAX_VALUE': Number.MAX_VALUE,
  'Number.MAX_SAFE_INTEGER': Number.MAX_SAFE_INTEGER,
  'Number.MIN_SAFE_INTEGER': Number.MIN_SAFE_INTEGER,
}

/** The constant value of an expression, or undefined if it depends on runtime values. */
export function constantOf(project: Project, value: Value, depth = 0): Constant | undefined {
  return depth > DEEPEST ? undefined : constantIn(project, follow(project, value), depth)
}

/** Maximum depth, which also stops circular definitions. */
const DEEPEST = 40

/** A property's constant value, if the source determines it. */
export function constantMember(project: Project, value: Value, name: string): Constant | undefined {
  const found = followMember(project, value, name)
  return found && constantIn(project, found, 0)
}

function constantIn(project: Project, found: Found, depth: number): Constant | undefined {
  if (found.kind === 'global') return numbers[found.name]
  return found.kind === 'value' ? literal(project, found, depth) : undefined
}

function literal(project: Project, value: Value, depth: number): Constant | undefined {
  const of = (node: Node) => constantOf(project, { ...value, node }, depth + 1)
  const node = unwrapped(value.node)
  switch (node.type) {
    case 'Literal':
      return 'regex' in node ? null : node.value
    case 'TemplateLiteral': {
      const parts = node.expressions.map(of)
      if (parts.includes(undefined)) return undefined
      return node.quasis
        .map(({ value: { cooked } }, index) => `${cooked ?? ''}${String(parts[index] ?? '')}`)
        .join('')
    }
    case 'UnaryExpression':
      return unary(node.operator, of(node.argument))
    case 'BinaryExpression':
      return binary(node.operator, of(node.left), of(node.right))
    case 'ArrayExpression': {
      const elements = node.elements.map((element) => {
        if (!element || element.type === 'SpreadElement') return undefined
        return of(element)
      })
      const known = elements.filter((element) => element !== undefined)
      return known.length === elements.length ? known : undefined
    }
    case 'CallExpression':
      return called(project, { ...value, node }, depth + 1)
    case 'MemberExpression': {
      if (staticKey(node.property, node.computed) !== 'length') return undefined
      const owner = of(node.object)
      return typeof owner === 'string' || Array.isArray(owner) ? owner.length : undefined
    }
    default:
      return undefined
  }
}

/** `list.map((each) => …)` and `list.join(', ')` of a list that is constant. */
function called(
  project: Project,
  value: Value & { node: CallExpression },
  depth: number,
): Constant | undefined {
  const link = methodCall(value.node)
  const [argument] = link?.call.arguments ?? []
  if (!link || !argument || argument.type === 'SpreadElement') return undefined
  if (link.method === 'join') {
    const list = constantOf(project, { ...value, node: link.object }, depth)
    const separator = constantOf(project, { ...value, node: argument }, depth)
    const isKnown = Array.isArray(list) && typeof separator === 'string'
    return isKnown ? list.map(String).join(separator) : undefined
  }
  const fn = follow(project, { ...value, node: argument })
  const list = follow(project, { ...value, node: link.object })
  if (link.method !== 'map' || fn.kind !== 'value' || !isFunction(fn.node)) return undefined
  if (list.kind !== 'value' || list.node.type !== 'ArrayExpression') return undefined
  const made = { ...fn, node: fn.node }
  const results = list.node.elements.map((element) => {
    if (!element || element.type === 'SpreadElement') return undefined
    const [returned, ...others] = returnedBy(made, [{ ...list, node: element }])
    return returned && others.length === 0 ? constantOf(project, returned, depth) : undefined
  })
  const known = results.filter((result) => result !== undefined)
  return known.length === results.length ? known : undefined
}

function unary(operator: string, value: Constant | undefined): Constant | undefined {
  if (operator === '-' && typeof value === 'number') return -value
  if (operator === '-' && typeof value === 'bigint') return -value
  return undefined
}

function binary(
  operator: string,
  left: Constant | undefined,
  right: Constant | undefined,
): Constant | undefined {
  if (operator === '+' && typeof left === 'string' && typeof right === 'string') return left + right
  if (typeof left !== 'number' || typeof right !== 'number') return undefined
  switch (operator) {
    case '+':
      return left + right
    case '-':
      return left - right
    case '*':
      return left * right
    case '/':
      return left / right
    case '**':
      return left ** right
    default:
      return undefined
  }
}
