import type { Constant } from '../project/constant'
import type { Value } from '../project/value'

export type Kind =
  | 'string'
  | 'number'
  | 'bigint'
  | 'boolean'
  | 'date'
  | 'choice'
  | 'object'
  | 'list'
  | 'tuple'
  | 'record'
  | 'set'
  | 'map'
  | 'union'
  | 'file'
  | 'nothing'
  | 'unread'

/** `counted` if bound by a list in the source, `unread` if it could not be determined. */
export type Bound = number | 'counted' | 'unread'

/** What a schema accepts, as far as the source shows. */
export interface Shape {
  kind: Kind
  /** `email`, `uuid`, `date` and the like. */
  format?: string
  min?: Bound
  max?: Bound
  optional?: true
  nullable?: true
  /** Whether a pattern restricts the text. */
  pattern?: true
  /** Whether a refinement allows only paths on this site. */
  local?: true
  /** Whether a refinement limits the number of entries. */
  counted?: true
  values?: readonly Constant[]
  fields?: ReadonlyMap<string, Shape>
  /** Elements of a list, parts of a tuple, sides of a union, key and value of a record. */
  parts?: readonly Shape[]
  /** Problems other than missing bounds. */
  problems?: readonly string[]
  /** Its location in the source. */
  at: Value
}

export function unread(at: Value, reason: string): Shape {
  return { kind: 'unread', at, problems: [`cannot be analyzed: ${reason}`] }
}

export function withProblem(shape: Shape, problem: string): Shape {
  return { ...shape, problems: [...(shape.problems ?? []), problem] }
}

/** The stricter of two upper bounds. An unknown one could be any value. */
export function lower(left: Bound | undefined, right: Bound | undefined): Bound | undefined {
  if (left === undefined || right === undefined) return left ?? right
  if (typeof left !== 'number') return left === 'unread' ? right : left
  return typeof right === 'number' ? Math.min(left, right) : left
}

export function higher(left: Bound | undefined, right: Bound | undefined): Bound | undefined {
  if (left === undefined || right === undefined) return left ?? right
  if (typeof left !== 'number') return left === 'unread' ? right : left
  return typeof right === 'number' ? Math.max(left, right) : left
}
