import type { Bound, Shape } from './shape'

/** One input value with its bounds. */
export interface FieldSummary {
  /** `patch.status`, `taskIds[]`. */
  path: string
  kind: string
  format?: string
  min?: Bound
  max?: Bound
  optional?: true
  nullable?: true
  values?: string[]
}

/** The values of an input, flattened. A union yields the fields of each side. */
export function fieldsOf(shape: Shape, path = ''): FieldSummary[] {
  const { kind, format, min, max, optional, nullable, values } = shape
  const isRoot = path === ''
  const own: FieldSummary = {
    path,
    kind,
    ...(format && { format }),
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    ...(optional && { optional }),
    ...(nullable && { nullable }),
    ...(values && { values: values.map(String) }),
  }
  const fields = [...(shape.fields ?? [])].flatMap(([name, field]) =>
    fieldsOf(field, isRoot ? name : `${path}.${name}`),
  )
  const inside = kind === 'union' ? path : `${path}[]`
  const parts = (shape.parts ?? []).flatMap((part) => fieldsOf(part, inside))
  const isFrame = kind === 'union' || (isRoot && kind === 'object')
  return [...(isFrame ? [] : [own]), ...fields, ...parts]
}
