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

/** `counted` when it is as many as a list of ours has, `unread` when the source does not say at all which it is. */
export type Bound = number | 'counted' | 'unread'

/** What a schema lets in, as far as its source says. */
export interface Shape {
  kind: Kind
  /** `email`, `uuid`, `date` and the like. */
  format?: string
  min?: Bound
  max?: Bound
  optional?: true
  nullable?: true
  /** A pattern restricts what the text may be. */
  pattern?: true
  /** A check lets in paths of this site only. */
  local?: true
  /** A check of its own counts the entries. */
  counted?: true
  values?: readonly Constant[]
  fields?: ReadonlyMap<string, Shape>
  /** Elements of a list, parts of a tuple, sides of a union, key and value of a record. */
  parts?: readonly Shape[]
  /** What is wrong with it, apart from bounds. */
  problems?: readonly string[]
  /** Where it is written. */
  at: Value
}

export function unread(at: Value, reason: string): Shape {
  return { kind: 'unread', at, problems: [`cannot be analyzed: ${reason}`] }
}

export function withProblem(shape: Shape, problem: string): Shape {
  return { ...shape, problems: [...(shape.problems ?? []), problem] }
}

/** The stricter of two upper bounds; one that is not known may be any. */
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
