import { fixedFormats } from './constructors'
import type { Bound, Shape } from './shape'

export interface SchemaProblem {
  /** `patch.status`, `taskIds[]`; empty for the whole input. */
  path: string
  message: string
  shape: Shape
}

/** Everything that a schema accepts without a bound. */
export function problemsOf(shape: Shape, longest: number, path = ''): SchemaProblem[] {
  const own = [...(shape.problems ?? []), ...boundProblems(shape, longest)].map((message) => ({
    path,
    message,
    shape,
  }))
  const fields = [...(shape.fields ?? [])].flatMap(([name, field]) =>
    problemsOf(field, longest, path ? `${path}.${name}` : name),
  )
  const inside = shape.kind === 'union' ? path : `${path}[]`
  return [...own, ...fields, ...(shape.parts ?? []).flatMap((part) => problemsOf(part, longest, inside))]
}

function boundProblems(shape: Shape, longest: number): string[] {
  const { kind, max, min } = shape
  switch (kind) {
    case 'string':
      return fixedFormats.has(shape.format ?? '') ? [] : tooLong('a text', max, longest)
    case 'list':
      return tooLong('a list', max, longest)
    case 'set':
      return tooLong('a set', max, longest)
    case 'file':
      return max === undefined ? ['is a file without a maximum size'] : []
    case 'map':
      return tooLong('a map', max, longest)
    case 'record':
      // Listed keys are bounded.
      return shape.parts?.length === 2 && shape.parts[0]?.kind === 'choice' ? [] : tooMany(shape)
    case 'number':
    case 'bigint':
      return [...outside('maximum', max), ...outside('minimum', min)]
    default:
      return []
  }
}

function tooLong(what: string, max: Bound | undefined, longest: number): string[] {
  if (max === undefined) return [`is ${what} without a maximum length`]
  if (max === 'unread') return [`is ${what} with a maximum that cannot be analyzed`]
  return typeof max === 'number' && max > longest ? [`is ${what} whose maximum of ${max} is too large`] : []
}

function tooMany({ counted }: Shape): string[] {
  return counted ? [] : ['is a record without a limit on its entries']
}

function outside(name: string, bound: Bound | undefined): string[] {
  if (bound === undefined) return [`is a number without a ${name}`]
  if (bound === 'unread') return [`is a number with a ${name} that cannot be analyzed`]
  if (bound === 'counted') return []
  return Number.isFinite(bound) && Math.abs(bound) < Number.MAX_VALUE
    ? []
    : [`is a number without an effective ${name}`]
}
