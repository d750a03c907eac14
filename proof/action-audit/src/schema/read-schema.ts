import type { CallExpression, Node } from 'oxc-parser'
import { argumentsOf } from '../project/arguments'
import { constantOf } from '../project/constant'
import { follow } from '../project/follow'
import type { Project } from '../project/project'
import { reasonOf } from '../project/reason'
import { returnedBy } from '../project/returned'
import type { Found, Value } from '../project/value'
import { isFunction, methodCall, staticKey } from '../syntax/node'
import { plainShape } from './constructors'
import { applyMethod } from './methods'
import type { Reading } from './reading'
import { unread, withProblem, type Shape } from './shape'
import { zodName } from './zod-name'

/** Maximum depth. A recursive schema ends here and counts as unbounded. */
const DEEPEST = 24

/** Resolves a zod schema through constants, functions and modules to the shape it accepts. */
export function readSchema(project: Project, value: Value): Shape {
  return new SchemaReader(project).read(value, 0)
}

class SchemaReader implements Reading {
  constructor(readonly project: Project) {}

  read(value: Value, depth: number): Shape {
    if (depth > DEEPEST) return unread(value, 'it is recursive, so its depth is unbounded')
    const found = follow(this.project, value)
    if (found.kind !== 'value') return unread(value, reasonOf(found))
    const { node } = found
    if (node.type === 'CallExpression') return this.#call({ ...found, node }, depth)
    if (node.type === 'MemberExpression') return this.#member(found, node, depth)
    if (node.type === 'ConditionalExpression')
      return this.union(found, [node.consequent, node.alternate], depth)
    return unread(value, 'it is not a zod schema')
  }

  union(at: Value, nodes: readonly Node[], depth: number): Shape {
    return { kind: 'union', at, parts: nodes.map((node) => this.read({ ...at, node }, depth + 1)) }
  }

  /** The fields of an object literal, including `...other.shape`. */
  fields(value: Value | undefined, depth: number): { fields: Map<string, Shape>; problems: string[] } {
    const fields = new Map<string, Shape>()
    if (depth > DEEPEST) return { fields, problems: ['has a circular spread'] }
    const problems: string[] = []
    const found = value && follow(this.project, value)
    const shape = found && this.#shapeOf(found, depth)
    if (shape) return { fields: new Map(shape), problems }
    if (found?.kind !== 'value' || found.node.type !== 'ObjectExpression') {
      return { fields, problems: value ? ['has fields that cannot be analyzed'] : [] }
    }
    for (const property of found.node.properties) {
      if (property.type === 'SpreadElement') {
        const inner = this.fields({ ...found, node: property.argument }, depth + 1)
        inner.fields.forEach((field, name) => fields.set(name, field))
        problems.push(...inner.problems)
        continue
      }
      const name = staticKey(property.key, property.computed)
      if (name === undefined) problems.push('has a computed field name')
      else fields.set(name, this.#field(found, property, depth + 1))
    }
    return { fields, problems }
  }

  #field(owner: Value, property: Extract<Node, { type: 'Property' }>, depth: number): Shape {
    const { value } = property
    if (property.kind === 'init') return this.read({ ...owner, node: value }, depth)
    const [returned] = isFunction(value) ? returnedBy({ ...owner, node: value }, []) : []
    return returned ? this.read(returned, depth) : unread(owner, 'it is returned by a getter')
  }

  #shapeOf(found: Found, depth: number): ReadonlyMap<string, Shape> | undefined {
    if (found.kind !== 'value' || found.node.type !== 'MemberExpression') return undefined
    const { object, property, computed } = found.node
    if (staticKey(property, computed) !== 'shape') return undefined
    return this.read({ ...found, node: object }, depth + 1).fields
  }

  #member(value: Value, node: Extract<Node, { type: 'MemberExpression' }>, depth: number): Shape {
    const key = staticKey(node.property, node.computed)
    const owner = follow(this.project, { ...value, node: node.object })
    const field = key === undefined ? undefined : this.#shapeOf(owner, depth)?.get(key)
    if (field) return field
    if (key === 'element' && owner.kind === 'value') {
      const [element] = this.read(owner, depth + 1).parts ?? []
      if (element) return element
    }
    return unread(value, 'it is a property of a value that is not analyzed')
  }

  #call(value: Value & { node: CallExpression }, depth: number): Shape {
    const args = argumentsOf(value, value.node)
    const callee = follow(this.project, { ...value, node: value.node.callee })
    const constructor = zodName(callee)
    if (constructor !== undefined) return this.#construct(value, constructor, args, depth)
    const link = methodCall(value.node)
    if (link?.method !== undefined && !(callee.kind === 'value' && isFunction(callee.node))) {
      const base = this.read({ ...value, node: link.object }, depth + 1)
      return applyMethod(this, { ...base, at: value }, link.method, args, depth)
    }
    if (callee.kind !== 'value' || !isFunction(callee.node)) return unread(value, reasonOf(callee))
    const returned = returnedBy({ ...callee, node: callee.node }, args)
    const [only] = returned
    if (only && returned.length === 1) return { ...this.read(only, depth + 1), at: value }
    return { kind: 'union', at: value, parts: returned.map((each) => this.read(each, depth + 1)) }
  }

  #construct(at: Value, name: string, args: readonly Value[], depth: number): Shape {
    const plain = plainShape(name)
    if (plain) return { ...plain, at }
    const [first, second] = args
    const inner = (value: Value | undefined) =>
      value ? this.read(value, depth + 1) : unread(at, 'it does not declare its contents')
    switch (name) {
      case 'object':
      case 'strictObject':
      case 'interface':
      case 'strictInterface':
        return { kind: 'object', at, ...this.fields(first, depth) }
      case 'looseObject':
      case 'looseInterface':
        return withProblem({ kind: 'object', at, ...this.fields(first, depth) }, 'accepts undeclared fields')
      case 'array':
        return { kind: 'list', at, parts: [inner(first)] }
      case 'set':
        return { kind: 'set', at, parts: [inner(first)] }
      case 'map':
        return { kind: 'map', at, parts: [inner(first), inner(second)] }
      case 'record':
      case 'partialRecord':
      case 'looseRecord':
        return { kind: 'record', at, parts: second ? [inner(first), inner(second)] : [inner(first)] }
      case 'tuple': {
        const tuple: Shape = { kind: 'tuple', at, parts: this.#elements(first, depth) }
        return second ? withProblem(tuple, 'is a tuple with an unbounded rest') : tuple
      }
      case 'union':
      case 'xor':
        return { kind: 'union', at, parts: this.#elements(first, depth) }
      case 'discriminatedUnion':
        return { kind: 'union', at, parts: this.#elements(second, depth) }
      case 'intersection':
        return applyMethod(this, inner(first), 'and', args.slice(1), depth)
      case 'enum':
      case 'nativeEnum':
      case 'literal':
      case 'keyof':
        return this.#choice(at, first)
      case 'optional':
      case 'nullable':
      case 'nullish':
      case 'readonly':
      case 'nonoptional':
      case 'prefault':
      case 'catch':
      case '_default':
      case 'partial':
      case 'pick':
      case 'omit':
      case 'extend':
      case 'pipe':
        return applyMethod(this, { ...inner(first), at }, name.replace('_', ''), args.slice(1), depth)
      case 'codec':
        return inner(first)
      case 'preprocess':
        return inner(second)
      case 'lazy':
        return this.#lazy(at, first, depth)
      default:
        return unread(at, `z.${name}() is not known`)
    }
  }

  #elements(value: Value | undefined, depth: number): Shape[] {
    const found = value && follow(this.project, value)
    if (found?.kind !== 'value' || found.node.type !== 'ArrayExpression') {
      return value ? [unread(value, 'its parts are not an array literal')] : []
    }
    return found.node.elements.flatMap((element) => {
      if (!element) return []
      if (element.type === 'SpreadElement')
        return this.#elements({ ...found, node: element.argument }, depth + 1)
      return [this.read({ ...found, node: element }, depth + 1)]
    })
  }

  #choice(at: Value, value: Value | undefined): Shape {
    const constant = value && constantOf(this.project, value)
    if (constant === undefined) return { kind: 'choice', at }
    return { kind: 'choice', at, values: Array.isArray(constant) ? constant : [constant] }
  }

  #lazy(at: Value, value: Value | undefined, depth: number): Shape {
    const found = value && follow(this.project, value)
    if (found?.kind !== 'value' || !isFunction(found.node)) return unread(at, 'it is created at runtime')
    const [returned] = returnedBy({ ...found, node: found.node }, [])
    return returned ? this.read(returned, depth + 1) : unread(at, 'it returns nothing')
  }
}
