import { FRESH, INPUT, PARSED, labelsOf, type Abstract } from './abstract'

/** Prefix for arguments that aren't named yet. */
export const ARGUMENT = '#'

/** An unknown part of the input. */
export const UNKNOWN_PART = '?'

/** The input parts in a value. */
export function originsOf(value: Abstract, depth = 0): ReadonlySet<string> {
  const inside = (parts: readonly Abstract[]) =>
    new Set(parts.flatMap((part) => [...originsOf(part, depth + 1)]))
  if (!(labelsOf(value) & (INPUT | PARSED))) return new Set()
  if (depth > 6) return new Set([UNKNOWN_PART])
  switch (value.kind) {
    case 'object':
      return inside([...value.members.values(), ...(value.rest ? [value.rest] : [])])
    case 'list':
      return inside([...value.items, ...(value.rest ? [value.rest] : [])])
    case 'oneOf':
      return inside(value.options.map((option) => option.value))
    default:
      return new Set([value.origin ?? UNKNOWN_PART])
  }
}

/** The subject of a fact, empty if general. */
export function aboutOf(origins: ReadonlySet<string>): { about?: ReadonlySet<string> } {
  return origins.size > 0 ? { about: origins } : {}
}

/** Whether two subjects certainly concern different input parts. */
export function areApart(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  if (left.size === 0 || right.size === 0 || left.has(UNKNOWN_PART) || right.has(UNKNOWN_PART)) return false
  const touches = (one: string, other: string) => one === other || one.startsWith(`${other}.`)
  return ![...left].some((one) => [...right].some((other) => touches(one, other) || touches(other, one)))
}

/** Sign-in identifiers. A limit by one protects that account. */
const identity = /(email|mail|user|phone|login|name|account|ip|token|identifier)[^.]*$/i

/** Whether the value can differ on every call: the caller can choose it freely, or it is random or the current time. */
export function isCallerChosen(value: Abstract | undefined): boolean {
  if (value && labelsOf(value) & FRESH) return true
  if (!value || labelsOf(value) & ~(INPUT | PARSED)) return false
  const origins = [...originsOf(value)]
  return origins.length > 0 && origins.every((each) => each !== UNKNOWN_PART && !identity.test(each))
}
