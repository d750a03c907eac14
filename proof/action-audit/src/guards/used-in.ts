import type { Use } from '../calls/use'
import type { Abstract } from './abstract'
import { isShared } from './changes'
import { classOf } from '../interpret/members'
import { partsOf } from './parts'

/** Maximum nesting to look into. */
const DEEPEST = 8

/** Whether a value comes from a query. */
export function hasUse(value: Abstract, depth = 0): boolean {
  return (
    value.use !== undefined || (depth < DEEPEST && partsOf(value).some((part) => hasUse(part, depth + 1)))
  )
}

/** Whether a value has an instance of a class of the app. */
export function isInstanceIn(value: Abstract, depth = 0): boolean {
  return (
    classOf(value) !== undefined ||
    (depth < DEEPEST && partsOf(value).some((part) => isInstanceIn(part, depth + 1)))
  )
}

/** A copy of the value, as if it came from other queries. Only objects of a module keep their identity. */
export function withUses(value: Abstract, uses: ReadonlyMap<Use, Use>, depth = 0): Abstract {
  if (depth > DEEPEST) return value
  const of = (part: Abstract) => withUses(part, uses, depth + 1)
  const use = value.use && (uses.get(value.use) ?? value.use)
  const own = use ? { ...value, use } : value
  switch (own.kind) {
    case 'promise':
      return { ...own, value: of(own.value) }
    case 'object': {
      if (isShared(own.members)) return own
      const members = new Map([...own.members].map(([key, part]) => [key, of(part)]))
      return { ...own, members, ...(own.rest && { rest: of(own.rest) }) }
    }
    case 'list':
      return { ...own, items: own.items.map(of), ...(own.rest && { rest: of(own.rest) }) }
    case 'oneOf':
      return { ...own, options: own.options.map((option) => ({ ...option, value: of(option.value) })) }
    default:
      return own
  }
}
