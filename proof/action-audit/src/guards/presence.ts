import { CREDENTIAL, PRINCIPAL, labeled, labelsOf, oneOf, truthyFacts, type Abstract } from './abstract'
import { bothFacts, factsOf, type Facts } from './facts'
import type { Site } from './run'

/** The fact that a value exists, which holds if it is truthy. */
export function ifPresent(name: string, site: Site): { truthy: Facts } {
  const about = new Set([name])
  return { truthy: factsOf({ column: 'presence', grade: 'proven', ...site, note: `${name} exists`, about }) }
}

/** Whether a value can be `undefined` or `null` where these facts hold. */
export function canBeMissing(value: Abstract, facts: Facts): boolean {
  if (value.there) return false
  if (value.kind === 'constant') return !isSome(value.value)
  if (value.kind === 'oneOf')
    return value.options.some((option) => canBeMissing(option.value, bothFacts(facts, option.facts)))
  const needed = value.truthy?.get('presence')?.about ?? []
  const known = facts.get('presence')?.about
  return [...needed].some((name) => !known?.has(name))
}

/**
 * The condition without values that can be missing. Prisma, TypeORM and Drizzle's relational queries ignore `undefined`,
 * so `findFirst({ where: { token } })` returns any row.
 */
export function withoutMissing(where: Abstract, facts: Facts, depth = 0): Abstract {
  if (canBeMissing(where, facts)) return labeled(labelsOf(where) & ~(CREDENTIAL | PRINCIPAL))
  if (depth > 4) return where
  const of = (part: Abstract) => withoutMissing(part, facts, depth + 1)
  switch (where.kind) {
    case 'object': {
      const members = new Map([...where.members].map(([key, part]) => [key, of(part)]))
      return { ...where, members, ...(where.rest && { rest: of(where.rest) }) }
    }
    case 'list':
      return { ...where, items: where.items.map(of) }
    case 'oneOf':
      return oneOf(
        where.options.map((option) => ({
          ...option,
          value: withoutMissing(option.value, bothFacts(facts, option.facts), depth + 1),
        })),
      )
    default:
      return where
  }
}

/** The marker of a value that can be missing, for a value that depends on it. */
export function presenceOf(value: Abstract): { truthy?: Facts } {
  const fact = truthyFacts(value).get('presence')
  return fact ? { truthy: factsOf(fact) } : {}
}

/** The value if it exists. In SQL, a comparison with a missing value finds no row. */
export function withoutNothing(value: Abstract): Abstract {
  if (value.kind !== 'oneOf') return value
  return oneOf(
    value.options.filter((option) => option.value.kind !== 'constant' || isSome(option.value.value)),
  )
}

const isSome = (value: unknown) => value !== undefined && value !== null
