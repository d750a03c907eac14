import type { Abstract } from './abstract'

/** The values that a value is made of. */
export function partsOf(value: Abstract): readonly Abstract[] {
  switch (value.kind) {
    case 'promise':
      return [value.value]
    case 'object':
      return value.rest ? [...value.members.values(), value.rest] : [...value.members.values()]
    case 'list':
      return value.rest ? [...value.items, value.rest] : value.items
    case 'oneOf':
      return value.options.map((option) => option.value)
    default:
      return []
  }
}
