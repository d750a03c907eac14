import { INPUT, PARSED, labelsOf, type Abstract } from './abstract'

/** Begins the name of an argument that has no name of its own yet. */
export const ARGUMENT = '#'

/** Stands for a part of the input that cannot be told. */
export const UNTOLD = '?'

/** The parts of the input that a value is made of. */
export function originsOf(value: Abstract, depth = 0): ReadonlySet<string> {
  const inside = (parts: readonly Abstract[]) =>
    new Set(parts.flatMap((part) => [...originsOf(part, depth + 1)]))
  if (!(labelsOf(value) & (INPUT | PARSED))) return new Set()
  if (depth > 6) return new Set([UNTOLD])
  switch (value.kind) {
    case 'object':
      return inside([...value.members.values(), ...(value.rest ? [value.rest] : [])])
    case 'list':
      return inside([...value.items, ...(value.rest ? [value.rest] : [])])
    case 'oneOf':
      return inside(value.options.map((option) => option.value))
    default:
      return new Set([value.origin ?? UNTOLD])
  }
}

/** What a fact is about; of nothing in particular, nothing. */
export function aboutOf(origins: ReadonlySet<string>): { about?: ReadonlySet<string> } {
  return origins.size > 0 ? { about: origins } : {}
}

/** Whether two things are surely about different parts of the input. */
export function areApart(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  if (left.size === 0 || right.size === 0 || left.has(UNTOLD) || right.has(UNTOLD)) return false
  const touches = (one: string, other: string) => one === other || one.startsWith(`${other}.`)
  return ![...left].some((one) => [...right].some((other) => touches(one, other) || touches(other, one)))
}

/** What a person signs in with: counting by it protects that person. */
const identity = /(email|mail|user|phone|login|name|account|ip|token|identifier)[^.]*$/i

/** Whether the caller alone picks the value, and may pick another one for every call. */
export function isPicked(value: Abstract | undefined): boolean {
  if (!value || labelsOf(value) & ~(INPUT | PARSED)) return false
  const origins = [...originsOf(value)]
  return origins.length > 0 && origins.every((each) => each !== UNTOLD && !identity.test(each))
}
