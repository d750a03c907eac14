import type { CallExpression, Node } from 'oxc-parser'
import type { Definition } from '../action/definition'
import { follow } from '../project/follow'
import { originsOf } from '../project/origin'
import type { Project } from '../project/project'
import type { Value } from '../project/value'
import { isFunction, methodCall, unwrapped, type FunctionNode } from '../syntax/node'
import { returnsOf } from '../syntax/returns'
import { isNarrowType } from './narrow-type'
import { pathInInput } from './input'

const DEEPEST = 12

/** Functions that never return a row. */
const narrowCalls: ReadonlySet<string> = new Set([
  'String',
  'Number',
  'Boolean',
  'BigInt',
  'encodeURIComponent',
  'parseInt',
  'parseFloat',
  'randomUUID',
  'now',
  'redirect',
  'permanentRedirect',
  'notFound',
  'forbidden',
  'unauthorized',
  'revalidatePath',
  'revalidateTag',
])

/** Methods that return a string, number or boolean. */
const narrowMethods: ReadonlySet<string> = new Set([
  'toString',
  'toISOString',
  'toFixed',
  'getTime',
  'trim',
  'toLowerCase',
  'toUpperCase',
  'includes',
  'startsWith',
  'endsWith',
  'has',
  'some',
  'every',
  'join',
  'indexOf',
  'toLocaleDateString',
])

/** Properties that contain raw database rows. */
const rowHolders: ReadonlySet<string> = new Set(['rows', 'row', 'data', 'result', 'results', '*'])

/** Finds the parts of a reply that are returned without selecting their fields. */
export class Reply {
  constructor(
    readonly project: Project,
    readonly definition: Definition,
  ) {}

  /** The first raw part of an expression, or undefined if all fields are selected. */
  rawPartOf(value: Value, depth = 0): Value | undefined {
    if (depth > DEEPEST) return value
    const part = (node: Node) => this.rawPartOf({ ...value, node }, depth + 1)
    const first = (nodes: readonly Node[]) => nodes.map(part).find((raw) => raw !== undefined)
    const node = unwrapped(value.node)
    switch (node.type) {
      case 'Literal':
      case 'TemplateLiteral':
      case 'UnaryExpression':
      case 'BinaryExpression':
        return undefined
      case 'ObjectExpression':
        return first(
          node.properties.map((each) => (each.type === 'SpreadElement' ? each.argument : each.value)),
        )
      case 'ArrayExpression':
        return first(
          node.elements.flatMap((each) =>
            each ? [each.type === 'SpreadElement' ? each.argument : each] : [],
          ),
        )
      case 'ConditionalExpression':
        return first([node.consequent, node.alternate])
      case 'LogicalExpression':
        return first([node.left, node.right])
      case 'MemberExpression':
      case 'Identifier':
        return this.#named({ ...value, node }, depth)
      case 'NewExpression':
        return node.callee.type === 'Identifier' && node.callee.name === 'Date' ? undefined : value
      case 'CallExpression':
        return this.#called({ ...value, node }, depth)
      default:
        return value
    }
  }

  #named(value: Value, depth: number): Value | undefined {
    const { module, node } = value
    const binding = module.scopes.lookup(node)
    if (node.type === 'Identifier' && !binding) return node.name === 'undefined' ? undefined : value
    const origins = originsOf(module, node)
    const isCallers =
      origins.length > 0 && origins.every((origin) => pathInInput(this.definition, origin) !== undefined)
    if (isCallers) return undefined
    // A row that middleware put into the context.
    if (origins.some(({ path }) => path[0] === 'ctx' && path.length <= 2)) return value
    if (node.type === 'MemberExpression') {
      const key = node.computed ? '*' : node.property.type === 'Identifier' ? node.property.name : '*'
      return rowHolders.has(key) ? this.rawPartOf({ ...value, node: node.object }, depth + 1) : undefined
    }
    if (!binding) return value
    const last = binding.path.at(-1)
    const isWhole =
      last === undefined || last === '...' || rowHolders.has(last) || String(Number(last)) === last
    if (!isWhole) return undefined
    if (binding.kind !== 'variable') return this.#imported(value, depth)
    if (!binding.init || binding.reassigned) return value
    return this.rawPartOf({ ...value, node: binding.init }, depth + 1) && value
  }

  #imported(value: Value, depth: number): Value | undefined {
    const found = follow(this.project, value)
    if (found.kind !== 'value' || found.node === value.node) return value
    return this.rawPartOf(found, depth + 1) && value
  }

  #called(value: Value & { node: CallExpression }, depth: number): Value | undefined {
    const { node } = value
    const link = methodCall(node)
    const callee = unwrapped(node.callee)
    const name = link ? (link.method ?? '') : callee.type === 'Identifier' ? callee.name : ''
    if (name.endsWith('Dto') || narrowCalls.has(name)) return undefined
    if (link && narrowMethods.has(name)) return undefined
    if (link && (name === 'map' || name === 'flatMap')) return this.#mapped(value, node.arguments[0], depth)
    if (link && (name === 'all' || name === 'allSettled')) {
      const [list] = node.arguments
      return list ? this.rawPartOf({ ...value, node: list }, depth + 1) && value : undefined
    }
    const found = follow(this.project, { ...value, node: node.callee })
    if (found.kind !== 'value' || !isFunction(found.node)) return value
    return this.#givesNarrow({ ...found, node: found.node }, depth) ? undefined : value
  }

  #mapped(value: Value, by: Node | undefined, depth: number): Value | undefined {
    if (!by) return value
    if (by.type === 'Identifier' && by.name.endsWith('Dto')) return undefined
    const found = follow(this.project, { ...value, node: by })
    if (found.kind !== 'value' || !isFunction(found.node)) return value
    return this.#givesNarrow({ ...found, node: found.node }, depth) ? undefined : value
  }

  #givesNarrow(fn: Value & { node: FunctionNode }, depth: number): boolean {
    if (fn.node.returnType) return isNarrowType(fn.node.returnType.typeAnnotation)
    return returnsOf(fn.node).every((node) => this.rawPartOf({ ...fn, node }, depth + 1) === undefined)
  }
}
