import { rangeOf } from '../syntax/node'
import type { Abstract } from './abstract'
import type { Facts } from './facts'

const known = new WeakMap<Facts, string>()

/** A key that is equal for equal facts. */
export function factsKey(facts: Facts | undefined): string {
  if (!facts || facts.size === 0) return ''
  const earlier = known.get(facts)
  if (earlier !== undefined) return earlier
  const key = [...facts.values()]
    .map(
      ({ column, grade, module, node, about }) =>
        `${column}/${grade}/${module.file}/${rangeOf(node).join('-')}/${about ? [...about].join('+') : ''}`,
    )
    .toSorted()
    .join(',')
  known.set(facts, key)
  return key
}

const ids = new WeakMap<object, number>()
let last = 0

function idOf(value: object): number {
  const earlier = ids.get(value)
  if (earlier !== undefined) return earlier
  last += 1
  ids.set(value, last)
  return last
}

/** The part of the key that all kinds have. */
function ownKey(value: Abstract): string {
  const { kind, labels, trail, origin, truthy, falsy } = value
  let key = `${kind}${labels}`
  if (value.fragile) key += '!'
  if (value.there) key += '+'
  if (value.undefinedWhenMissing) key += '~'
  if (trail !== undefined || origin !== undefined) key += `.${trail ?? ''}@${origin ?? ''}`
  return truthy || falsy ? `${key}(${factsKey(truthy)}|${factsKey(falsy)})` : key
}

/** A key that is equal for values a function can't distinguish, or undefined if that's unclear. */
export function valueKey(value: Abstract, depth = 0): string | undefined {
  if (depth > 5 || value.use) return undefined
  const own = ownKey(value)
  switch (value.kind) {
    case 'any':
      return own
    case 'constant':
      return `${own}${typeof value.value}:${String(value.value)}`
    case 'external':
      return `${own}${value.source}#${value.path}`
    case 'schema':
      return `${own}${value.vacuous}`
    case 'host':
      return `${own}${idOf(value)}`
    case 'function':
      return value.variables.size > 0 || value.self ? `${own}${idOf(value)}` : `${own}${idOf(value.fn)}`
    case 'class':
      return `${own}${idOf(value.node)}`
    case 'promise':
      return keyOf(own, [value.value], depth, `${factsKey(value.facts)}${value.dead}`)
    case 'object':
      // Later writes to it would be missed.
      if (value.type) return undefined
      return keyOf(
        own,
        [...value.members.values(), ...(value.rest ? [value.rest] : [])],
        depth,
        [...value.members.keys()].join(','),
      )
    case 'list':
      return keyOf(own, [...value.items, ...(value.rest ? [value.rest] : [])], depth, '')
    case 'oneOf':
      return keyOf(
        own,
        value.options.map((option) => option.value),
        depth,
        value.options.map(({ facts, denied }) => `${factsKey(facts)}${denied}`).join(';'),
      )
  }
}

function keyOf(own: string, parts: readonly Abstract[], depth: number, more: string): string | undefined {
  const keys = parts.map((part) => valueKey(part, depth + 1))
  return keys.includes(undefined) ? undefined : `${own}{${keys.join(';')}}${more}`
}
