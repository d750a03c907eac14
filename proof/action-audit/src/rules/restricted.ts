import { fixedFormats } from '../schema/constructors'
import type { Shape } from '../schema/shape'

/** The parts of a shape at a path. A union can have several. */
export function shapeAt(shape: Shape, path: readonly string[]): Shape | undefined {
  const [first, ...rest] = path
  if (first === undefined) return shape
  if (shape.kind === 'union') {
    const parts = (shape.parts ?? []).map((part) => shapeAt(part, path))
    const known = parts.filter((part) => part !== undefined)
    return known.length > 0 ? { kind: 'union', at: shape.at, parts: known } : undefined
  }
  const field = shape.fields?.get(first)
  return field && shapeAt(field, rest)
}

/** Whether a shape restricts its text: an enum, a number, an ID or a pattern. */
export function isRestricted(shape: Shape): boolean {
  switch (shape.kind) {
    case 'choice':
    case 'number':
    case 'bigint':
    case 'boolean':
    case 'nothing':
      return true
    case 'string':
      return shape.pattern === true || fixedFormats.has(shape.format ?? '')
    case 'union':
      return (shape.parts ?? []).every(isRestricted)
    default:
      return false
  }
}
