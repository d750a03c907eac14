import { namedIn, namesThis } from '../syntax/named-in'
import { rangeOf } from '../syntax/node'
import type { Use } from '../calls/use'
import type { Abstract, Variables } from './abstract'
import { objectChanges } from './changes'
import { classOf } from '../interpret/members'
import { columns, type Fact, type Facts, type Subject } from './facts'
import { partsOf } from './parts'

/** Numbers for equal texts, which keep keys short. */
const numbers = new Map<string, number>()

function numberOf(text: string): number {
  const earlier = numbers.get(text)
  if (earlier !== undefined) return earlier
  numbers.set(text, numbers.size)
  return numbers.size - 1
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

const factNumbers = new WeakMap<Fact, number>()

function factNumber(fact: Fact): number {
  const earlier = factNumbers.get(fact)
  if (earlier !== undefined) return earlier
  const { column, grade, module, node, about } = fact
  const number = numberOf(
    `${column}/${grade}/${module.file}/${rangeOf(node).join('-')}/${about ? [...about].join('+') : ''}`,
  )
  factNumbers.set(fact, number)
  return number
}

const subjects: readonly Subject[] = [...columns, 'presence']

/** A key that is equal for equal facts. */
export function factsKey(facts: Facts | undefined): string {
  if (!facts || facts.size === 0) return ''
  let key = ''
  for (const column of subjects) {
    const fact = facts.get(column)
    if (fact) key += `${factNumber(fact)}.`
  }
  return key
}

/** A key that is equal for facts with the same subjects, certainty and input parts. */
export function alikeKey(facts: Facts): string {
  let key = ''
  for (const column of subjects) {
    const fact = facts.get(column)
    if (fact) key += `${column}${fact.grade}${fact.about ? [...fact.about].join('+') : ''}.`
  }
  return key
}

const useNumbers = new WeakMap<Use, { number: number; changes: number }>()

/** A number that is equal for equal queries. */
function useNumber(use: Use): number {
  const earlier = useNumbers.get(use)
  if (earlier?.changes === use.changes) return earlier.number
  const { kind, module, node, name, facts, labels, raw, open, owner, profile, where, about, shape, single } =
    use
  const flags = [kind, shape, labels, where, raw, open, owner, profile, single, use.counts].join('.')
  const place = `${module.file}/${rangeOf(node).join('-')}/${name}`
  const number = numberOf(`${flags}/${place}/${factsKey(facts)}/${[...about].join('+')}`)
  useNumbers.set(use, { number, changes: use.changes })
  return number
}

/** The parts of a key that all kinds have. */
function commonKey(value: Abstract): string {
  const { kind, labels, trail, origin, truthy, falsy } = value
  let key = `${kind}${labels}`
  if (value.fragile) key += '!'
  if (value.there) key += '+'
  if (value.isType) key += 't'
  if (value.undefinedWhenMissing) key += '~'
  if (trail !== undefined || origin !== undefined) key += `.${trail ?? ''}@${origin ?? ''}`
  return truthy || falsy ? `${key}(${factsKey(truthy)}|${factsKey(falsy)})` : key
}

/** The part of a key that depends on the kind. */
function kindKey(value: Abstract): string {
  switch (value.kind) {
    case 'any':
      return ''
    case 'constant':
      return `${typeof value.value}:${String(value.value)}`
    case 'external':
      return `${value.source}#${value.path}`
    case 'schema':
      return `${value.vacuous}${value.optional === true}`
    case 'host':
      return String(idOf(value))
    case 'function':
      return String(idOf(value.fn))
    case 'class':
      return `${idOf(value.node)}${value.variables.size > 0 ? `v${idOf(value.variables)}` : ''}`
    case 'promise':
      return `${factsKey(value.facts)}${value.dead}`
    case 'object': {
      const of = classOf(value)
      const kind = `${value.type ?? ''}${of ? idOf(of) : ''}`
      return `${kind}/${[...value.members.keys()].join(',')}${value.rest ? '...' : ''}`
    }
    case 'list':
      return `${value.items.length}${value.rest ? '...' : ''}`
    case 'oneOf':
      return value.options.map(({ facts, denied }) => `${factsKey(facts)}${denied}`).join(';')
  }
}

/** Maximum nesting of a value with a key. */
const DEEPEST = 8

interface Print {
  key: number
  /** How deep it is nested. */
  height: number
  /** The changes to objects before it was made. */
  changes: number
  /** It has no functions or queries, which can change without a trace in the value. */
  isFixed: boolean
}

const known = new WeakMap<Abstract, Print>()

/** Makes keys for the arguments and variables of one call. */
export class Fingerprints {
  /** The queries in the values. Keys have their positions, so calls with other but equal queries have the same key. */
  readonly uses: Use[] = []
  /** How many values were read to make the keys. */
  work = 0
  /** The functions that are being read, because functions can refer to each other. */
  readonly #entered = new Set<string>()

  constructor(
    /** The caller's variables. A function sees them, and they are newer than its own. */
    private readonly variables: Variables,
  ) {}

  /** A key that is equal for values a function can't distinguish, or undefined if it would be too long. */
  keyOf(value: Abstract): number | undefined {
    return this.#print(value, 0)?.key
  }

  #print(value: Abstract, depth: number): Print | undefined {
    this.work += 1
    const changes = objectChanges()
    const earlier = known.get(value)
    if (earlier?.changes === changes) return depth + earlier.height > DEEPEST ? undefined : earlier
    if (depth > DEEPEST) return undefined
    if (value.kind === 'function') return this.#function(value, depth)
    let text = `${commonKey(value)}${this.#useKey(value)}:${kindKey(value)}`
    let height = 0
    let isFixed = value.use === undefined
    for (const each of partsOf(value)) {
      const part = this.#print(each, depth + 1)
      if (!part) return undefined
      text += `;${part.key}`
      height = Math.max(height, part.height + 1)
      isFixed &&= part.isFixed
    }
    const made = { key: numberOf(text), height, changes, isFixed }
    if (isFixed) known.set(value, made)
    return made
  }

  #useKey({ use }: Abstract): string {
    if (!use) return ''
    if (!this.uses.includes(use)) this.uses.push(use)
    return `?${this.uses.indexOf(use)}=${useNumber(use)}`
  }

  /** A function is identified by its code and the values it refers to. */
  #function(value: Extract<Abstract, { kind: 'function' }>, depth: number): Print | undefined {
    const { fn, module, variables, self } = value
    let text = `${commonKey(value)}:${kindKey(value)}`
    const changes = objectChanges()
    const place = `${idOf(fn)}v${idOf(variables)}`
    if (this.#entered.has(place)) return { key: numberOf(place), height: 0, changes, isFixed: false }
    this.#entered.add(place)
    let height = 0
    const add = (name: string, part: Abstract | undefined): boolean => {
      if (!part) return true
      const print = this.#print(part, depth + 1)
      if (!print) return false
      text += `;${name}${print.key}`
      height = Math.max(height, print.height + 1)
      return true
    }
    const isWhole =
      add('this', self ?? (namesThis(fn, module) ? thisIn(variables) : undefined)) &&
      namedIn(fn, module).every((binding, index) => {
        const own = variables.get(binding)
        const seen = this.variables.get(binding)
        return add(`${index}=`, own) && (seen === own || add(`${index}!`, seen))
      })
    this.#entered.delete(place)
    return isWhole ? { key: numberOf(text), height, changes, isFixed: false } : undefined
  }
}

/** The `this` of the enclosing function. */
export function thisIn(variables: Variables): Abstract | undefined {
  return [...variables].findLast(([{ name }]) => name === 'this')?.[1]
}
