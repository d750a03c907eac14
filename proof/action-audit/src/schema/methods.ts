import type { Node } from 'oxc-parser'
import { argumentsOf } from '../project/arguments'
import { constantOf } from '../project/constant'
import { follow } from '../project/follow'
import type { Value } from '../project/value'
import { methodCall, staticKey, unwrapped, walk } from '../syntax/node'
import { textFormats } from './constructors'
import type { Reading } from './reading'
import { higher, lower, withProblem, type Bound, type Shape } from './shape'
import { zodName } from './zod-name'

/** Methods that never widen what a schema accepts. */
const harmless: ReadonlySet<string> = new Set([
  'trim',
  'toLowerCase',
  'toUpperCase',
  'lowercase',
  'uppercase',
  'normalize',
  'slugify',
  'transform',
  'overwrite',
  'readonly',
  'brand',
  'describe',
  'meta',
  'register',
  'clone',
  'int',
  'safe',
  'finite',
  'multipleOf',
  'step',
  'strict',
  'strip',
  'includes',
  'startsWith',
  'endsWith',
  'mime',
])

/** Reads one method of a schema: `.max(80)`, `.optional()`, `.extend({ … })`. */
export function applyMethod(
  reader: Reading,
  shape: Shape,
  method: string,
  args: readonly Value[],
  depth: number,
): Shape {
  // No method can make an unknown schema known.
  if (shape.kind === 'unread') return shape
  const bounded = applyBound(reader, shape, method, args)
  if (bounded) return bounded
  if (harmless.has(method)) return shape
  const [first] = args
  const other = () => (first ? reader.read(first, depth + 1) : undefined)
  switch (method) {
    case 'optional':
    case 'exactOptional':
    case 'default':
    case 'prefault':
    case 'catch':
      return { ...shape, optional: true }
    case 'nullable':
      return { ...shape, nullable: true }
    case 'nullish':
      return { ...shape, optional: true, nullable: true }
    case 'nonoptional':
    case 'unwrap':
    case 'removeDefault':
      return { ...shape, optional: undefined, nullable: undefined }
    case 'regex':
      return { ...shape, pattern: true }
    case 'refine':
    case 'superRefine':
      return {
        ...shape,
        ...(first && countsEntries(first) && { counted: true as const }),
        ...(first && staysOnSite(first) && { local: true as const }),
      }
    case 'check':
    case 'with':
      return args.reduce((at, check) => applyCheck(reader, at, check), shape)
    case 'or': {
      const right = other()
      return { kind: 'union', at: shape.at, parts: right ? [shape, right] : [shape] }
    }
    case 'and':
    case 'merge':
      return merged(shape, other())
    case 'pipe':
      return piped(shape, other())
    case 'array':
      return { kind: 'list', at: shape.at, parts: [shape] }
    case 'extend':
    case 'safeExtend':
    case 'augment':
      return merged(shape, { kind: 'object', at: shape.at, ...reader.fields(first, depth) })
    case 'pick':
    case 'omit': {
      const keys = keysOf(reader, first)
      if (!keys) return withProblem(shape, 'has fields that cannot be analyzed')
      return withFields(shape, (name) => keys.includes(name) === (method === 'pick'))
    }
    case 'partial':
      return eachField(shape, (field) => ({ ...field, optional: true }))
    case 'required':
      return eachField(shape, (field) => ({ ...field, optional: undefined }))
    case 'passthrough':
    case 'loose':
      return withProblem(shape, 'accepts undeclared fields')
    case 'catchall':
      return other()?.kind === 'nothing' ? shape : withProblem(shape, 'accepts undeclared fields')
    case 'keyof':
      return { kind: 'choice', at: shape.at, values: [...(shape.fields?.keys() ?? [])] }
    default:
      if (shape.kind !== 'string' || !Object.hasOwn(textFormats, method)) {
        return withProblem(shape, `cannot be analyzed: .${method}() is unknown`)
      }
      return { ...shape, format: textFormats[method] }
  }
}

const upper: ReadonlySet<string> = new Set(['max', 'maxLength', 'maxSize', 'maximum', 'lt', 'lte'])
const under: ReadonlySet<string> = new Set(['min', 'minLength', 'minSize', 'minimum', 'gt', 'gte'])

function applyBound(
  { project }: Reading,
  shape: Shape,
  method: string,
  [first]: readonly Value[],
): Shape | undefined {
  const bound = (): Bound => {
    const value = first && constantOf(project, first)
    if (typeof value === 'bigint') return Number(value)
    if (typeof value === 'number') return value
    return first && isLength(first.node) ? 'counted' : 'unread'
  }
  if (upper.has(method)) return { ...shape, max: lower(shape.max, bound()) }
  if (under.has(method)) return { ...shape, min: higher(shape.min, bound()) }
  switch (method) {
    case 'length':
    case 'size':
      return { ...shape, min: higher(shape.min, bound()), max: lower(shape.max, bound()) }
    case 'nonempty':
      return { ...shape, min: higher(shape.min, 1) }
    case 'positive':
    case 'nonnegative':
      return { ...shape, min: higher(shape.min, 0) }
    case 'negative':
    case 'nonpositive':
      return { ...shape, max: lower(shape.max, 0) }
    default:
      return undefined
  }
}

/** The length of a value in the source, which no caller controls. */
function isLength(node: Node): boolean {
  const bare = unwrapped(node)
  if (bare.type !== 'MemberExpression') return false
  return ['length', 'size'].includes(staticKey(bare.property, bare.computed) ?? '')
}

/** `.check(z.maxLength(80))`, the bounds of zod mini. */
function applyCheck(reader: Reading, shape: Shape, check: Value): Shape {
  const found = follow(reader.project, check)
  if (found.kind !== 'value') return shape
  if (found.node.type !== 'CallExpression') return countsEntries(found) ? { ...shape, counted: true } : shape
  const name = zodName(follow(reader.project, { ...found, node: found.node.callee }))
  if (name === undefined) return shape
  if (name === 'regex') return { ...shape, pattern: true }
  return applyBound(reader, shape, name, argumentsOf(found, found.node)) ?? shape
}

/** A refinement that limits the entries of a record. */
function countsEntries({ node }: Value): boolean {
  let counts = false
  walk(node, (part) => {
    if (part.type !== 'BinaryExpression') return
    if (part.operator === '<' || part.operator === '<=') counts ||= isCount(part.left)
    if (part.operator === '>' || part.operator === '>=') counts ||= isCount(part.right)
  })
  return counts
}

/** `path.startsWith('/') && !path.startsWith('//')`, which only allows paths on this site. */
function staysOnSite({ node, module }: Value): boolean {
  let begins = false
  let refuses = false
  walk(node, (part) => {
    const link = methodCall(part)
    if (link?.method !== 'startsWith') return
    const [start] = link.call.arguments
    if (start?.type !== 'Literal') return
    const isRefused = module.scopes.parentOf(part)?.type === 'UnaryExpression'
    if (start.value === '/' && !isRefused) begins = true
    if (start.value === '//' && isRefused) refuses = true
  })
  return begins && refuses
}

/** `Object.keys(record).length` and similar expressions. */
function isCount(node: Node): boolean {
  const bare = unwrapped(node)
  if (bare.type !== 'MemberExpression' || staticKey(bare.property, bare.computed) !== 'length') return false
  return ['keys', 'entries', 'values'].includes(methodCall(unwrapped(bare.object))?.method ?? '')
}

function merged(left: Shape, right: Shape | undefined): Shape {
  if (!right) return left
  const problems = [...(left.problems ?? []), ...(right.problems ?? [])]
  const max = lower(left.max, right.max)
  const min = higher(left.min, right.min)
  return {
    ...left,
    ...(left.fields || right.fields
      ? { fields: new Map([...(left.fields ?? []), ...(right.fields ?? [])]) }
      : {}),
    ...(max !== undefined && { max }),
    ...(min !== undefined && { min }),
    problems,
  }
}

/** The first stage of a pipe decides the input. A second stage of the same kind can only narrow it. */
function piped(first: Shape, second: Shape | undefined): Shape {
  if (!second || second.kind !== first.kind) return first
  const format = first.format ?? second.format
  return {
    ...merged(first, second),
    ...(format && { format }),
    ...(second.pattern && { pattern: true as const }),
  }
}

function withFields(shape: Shape, keep: (name: string) => boolean): Shape {
  return { ...shape, fields: new Map([...(shape.fields ?? [])].filter(([name]) => keep(name))) }
}

function eachField(shape: Shape, change: (field: Shape) => Shape): Shape {
  return {
    ...shape,
    fields: new Map([...(shape.fields ?? [])].map(([name, field]) => [name, change(field)])),
  }
}

/** The keys of an object literal, or undefined if one is computed. */
function keysOf({ project }: Reading, value: Value | undefined): string[] | undefined {
  const found = value && follow(project, value)
  if (found?.kind !== 'value' || found.node.type !== 'ObjectExpression') return undefined
  const keys = found.node.properties.map((property) =>
    property.type === 'SpreadElement' ? undefined : staticKey(property.key, property.computed),
  )
  const known = keys.filter((key) => key !== undefined)
  return known.length === keys.length ? known : undefined
}
