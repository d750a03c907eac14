import type { Abstract } from './abstract'
import type { Facts } from './facts'

/** A computed value as it would be if other facts had held before, or undefined if it depends on more than that. */
export function rebased(value: Abstract, from: Facts, to: Facts, depth = 0): Abstract | undefined {
  if (depth > 5 || value.truthy || value.falsy || value.use) return undefined
  const of = (inner: Abstract) => rebased(inner, from, to, depth + 1)
  switch (value.kind) {
    case 'any':
    case 'constant':
    case 'external':
    case 'host':
    case 'schema':
      return value
    case 'function':
      return value.variables.size > 0 || value.self ? undefined : value
    case 'promise': {
      const inner = value.facts === from && !value.dead ? of(value.value) : undefined
      return inner && { ...value, value: inner, facts: to }
    }
    case 'oneOf': {
      const options = value.options.flatMap((option) => {
        const inner = option.facts === from ? of(option.value) : undefined
        return inner ? [{ ...option, value: inner, facts: to }] : []
      })
      return options.length === value.options.length ? { ...value, options } : undefined
    }
    default:
      return undefined
  }
}
