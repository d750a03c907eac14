import {
  COUNTER,
  CREDENTIAL,
  DATA,
  INPUT,
  PARSED,
  PRINCIPAL,
  SECRET,
  constant,
  falsyFacts,
  labeled,
  labelsOf,
  truthOf,
  truthyFacts,
  type Abstract,
  type Option,
} from './abstract'
import { bothFacts, commonFacts, factsOf, noFacts, type Facts } from './facts'
import { aboutOf, originsOf } from './origins'
import type { Site } from './run'

/** Properties of a session or user that express permissions. */
const powers =
  /role|admin|permission|scope|staff|moderator|super|owner|allowed|privilege|access|rank|group|org|tenant|team|email\b/i
const abilities = /(^|\.)(can|may|has)[A-Z_]/

/** Whether a value's property path expresses permissions. */
export function isPower(value: Abstract): boolean {
  const { trail = '' } = value
  return (labelsOf(value) & PRINCIPAL) > 0 && (powers.test(trail) || abilities.test(trail))
}

/** The facts of a comparison and its opposite. */
function question(truthy: Facts, falsy: Facts): Abstract {
  return { kind: 'any', labels: 0, truthy, falsy }
}

function isNothing(value: Abstract): boolean {
  return value.kind === 'constant' && (value.value === null || value.value === undefined)
}

const isZero = (value: Abstract) => value.kind === 'constant' && value.value === 0

/** The facts from `left === right`, for both outcomes. */
export function equality(left: Abstract, right: Abstract, site?: Site, isStrict = false): Abstract {
  if (left.kind === 'constant' && right.kind === 'constant') {
    const nothings = !isStrict && isNothing(left) && isNothing(right)
    return constant(nothings || left.value === right.value)
  }
  if (isNothing(right) || isZero(right)) return absence(left, right, isStrict)
  if (isNothing(left) || isZero(left)) return absence(right, left, isStrict)
  if (left.kind === 'constant') return equality(right, left, site, isStrict)
  if (left.kind === 'oneOf') return ofOptions(left.options, (value) => equality(value, right, site, isStrict))
  if (right.kind === 'constant') {
    if (typeof right.value === 'boolean') return ofBoolean(left, right.value)
    if (left.kind === 'object' || left.kind === 'function') return constant(false)
  }
  if (right.kind === 'oneOf') return equality(right, left, site, isStrict)
  // `typeof token === 'undefined'`
  if (left.isType && right.kind === 'constant' && (right.value === 'undefined' || right.value === 'object'))
    return question(noFacts, right.value === 'undefined' ? truthyFacts(left) : noFacts)
  const known = right.kind === 'constant' && truthOf(right) ? truthyFacts(left) : noFacts
  return question(site ? bothFacts(known, matchOf(left, right, site)) : known, noFacts)
}

function ofBoolean(value: Abstract, expected: boolean): Abstract {
  const truth = truthOf(value)
  if (truth !== undefined) return constant(truth === expected)
  return expected
    ? question(truthyFacts(value), falsyFacts(value))
    : question(falsyFacts(value), truthyFacts(value))
}

/** `value === null`, `rows.length === 0`. */
function absence(value: Abstract, missing: Abstract, isStrict: boolean): Abstract {
  if (value.kind === 'oneOf') return ofOptions(value.options, (each) => absence(each, missing, isStrict))
  const nothing = isNothing(missing)
  if (value.kind === 'constant')
    return constant(
      nothing && !isStrict ? isNothing(value) : missing.kind === 'constant' && value.value === missing.value,
    )
  if (nothing && truthOf(value) === true) return constant(false)
  // `=== undefined` doesn't match `null`, and vice versa.
  if (nothing && isStrict && isOtherNothing(value, missing)) return question(falsyFacts(value), noFacts)
  return question(falsyFacts(value), truthyFacts(value))
}

function isOtherNothing(value: Abstract, missing: Abstract): boolean {
  if (!(value.labels & PRINCIPAL) || value.use) return false
  const isUndefined = missing.kind === 'constant' && missing.value === undefined
  return isUndefined !== (value.undefinedWhenMissing === true)
}

function ofOptions(options: readonly Option[], ask: (value: Abstract) => Abstract): Abstract {
  const answers = options.map(({ value, facts }) => {
    const answer = ask(value)
    return { answer, facts, truth: truthOf(answer) }
  })
  const way = (wanted: boolean, of: (value: Abstract) => Facts) =>
    commonFacts(
      answers
        .filter(({ truth }) => truth !== !wanted)
        .map(({ answer, facts }) => bothFacts(facts, of(answer))),
    )
  const [first] = answers
  if (first?.truth !== undefined && answers.every(({ truth }) => truth === first.truth))
    return constant(first.truth)
  return question(way(true, truthyFacts), way(false, falsyFacts))
}

/** What the equality of two values proves. */
function matchOf(left: Abstract, right: Abstract, site: Site): Facts {
  const labels = [labelsOf(left), labelsOf(right)]
  const has = (one: number, other: number) =>
    labels.some((each, index) => (each & one) > 0 && ((labels[1 - index] ?? 0) & other) > 0)
  const constantSide = right.kind === 'constant'
  const fact = (column: 'authentication' | 'authorization', note: string, about = {}) =>
    factsOf({ column, grade: 'proven', ...site, note, ...about })
  if (has(SECRET, CREDENTIAL | INPUT)) return fact('authentication', 'the shared secret is compared')
  if (constantSide) return isPower(left) ? fact('authorization', `${left.trail} is compared`) : noFacts
  if (has(PRINCIPAL, DATA) || has(PRINCIPAL, INPUT | PARSED))
    return fact('authorization', 'the owner is compared with the caller', aboutOf(askedAbout(left, right)))
  if (isPower(left) || isPower(right)) return fact('authorization', 'the role is compared')
  return noFacts
}

/** The subject of a comparison with the caller: the input, or the record it belongs to. */
function askedAbout(left: Abstract, right: Abstract): ReadonlySet<string> {
  return new Set([left, right].flatMap((each) => [...originsOf(each), ...(each.use?.about ?? [])]))
}

/** The facts from `left < right` and similar comparisons. */
export function order(left: Abstract, right: Abstract, operator: string, site: Site): Abstract {
  const less = operator === '<' || operator === '<='
  const fact = (column: 'authorization' | 'limits', note: string) =>
    factsOf({ column, grade: 'proven', ...site, note })
  const sided = (facts: Facts, small: boolean) =>
    small ? question(facts, noFacts) : question(noFacts, facts)
  if (labelsOf(left) & COUNTER) return sided(fact('limits', 'calls are counted'), less)
  if (labelsOf(right) & COUNTER) return sided(fact('limits', 'calls are counted'), !less)
  if (isPower(left)) return sided(fact('authorization', 'the role is compared'), !less)
  if (isPower(right)) return sided(fact('authorization', 'the role is compared'), less)
  // `rows.length > 0`, `result.count < 1`
  if (isZero(right) && operator === '>') return question(truthyFacts(left), falsyFacts(left))
  if (right.kind === 'constant' && right.value === 1) {
    if (operator === '<') return question(falsyFacts(left), truthyFacts(left))
    if (operator === '>=') return question(truthyFacts(left), falsyFacts(left))
  }
  return labeled(0)
}
