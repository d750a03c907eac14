import type { Abstract } from './abstract'
import { classOf } from '../interpret/members'
import { isShared } from './changes'
import type { Fact, Facts, Subject } from './facts'

/** Maximum nesting of a value that is rebased. */
const DEEPEST = 8

/**
 * Turns the results of a call into those of the same call after other facts of the same subjects, certainty and
 * input parts. Returns undefined for a result that depends on more than that.
 */
export class Rebase {
  readonly #known = new Map<Facts, Facts | undefined>()

  constructor(
    readonly from: Facts,
    readonly to: Facts,
  ) {
    this.#known.set(from, to)
  }

  facts(facts: Facts): Facts | undefined {
    if (facts.size === 0) return facts
    if (!this.#known.has(facts)) this.#known.set(facts, this.#moved(facts))
    return this.#known.get(facts)
  }

  #moved(facts: Facts): Facts | undefined {
    const moved = new Map<Subject, Fact>()
    for (const [column, fact] of facts) {
      const earlier = this.from.get(column)
      // The call made it from an earlier fact.
      if (earlier && earlier !== fact) return undefined
      moved.set(column, (earlier && this.to.get(column)) ?? fact)
    }
    return this.from === this.to ? facts : moved
  }

  /** A copy for each call, because callers can change objects. */
  value(value: Abstract, depth = 0): Abstract | undefined {
    if (depth > DEEPEST) return undefined
    const inner = this.#inside(value, depth + 1)
    if (!inner || (!value.truthy && !value.falsy)) return inner
    const truthy = value.truthy && this.facts(value.truthy)
    const falsy = value.falsy && this.facts(value.falsy)
    if ((value.truthy && !truthy) || (value.falsy && !falsy)) return undefined
    return { ...inner, ...(truthy && { truthy }), ...(falsy && { falsy }) }
  }

  #inside(value: Abstract, depth: number): Abstract | undefined {
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
        const inner = this.value(value.value, depth)
        const facts = this.facts(value.facts)
        return inner && facts && { ...value, value: inner, facts }
      }
      case 'object':
        return isShared(value.members) || classOf(value) ? undefined : this.#object(value, depth)
      case 'list': {
        const items = this.#all(value.items, depth)
        const rest = value.rest && this.value(value.rest, depth)
        return items && (rest || !value.rest) ? { ...value, items, ...(rest && { rest }) } : undefined
      }
      case 'oneOf': {
        const options = value.options.flatMap((option) => {
          const inner = this.value(option.value, depth)
          const facts = this.facts(option.facts)
          return inner && facts ? [{ value: inner, facts, denied: option.denied }] : []
        })
        return options.length === value.options.length ? { ...value, options } : undefined
      }
      case 'class':
        return undefined
    }
  }

  #object(value: Extract<Abstract, { kind: 'object' }>, depth: number): Abstract | undefined {
    const parts = this.#all([...value.members.values()], depth)
    const rest = value.rest && this.value(value.rest, depth)
    if (!parts || (value.rest && !rest)) return undefined
    const members = new Map<string, Abstract>()
    let at = 0
    for (const key of value.members.keys()) {
      const part = parts[at++]
      if (part) members.set(key, part)
    }
    return { ...value, members, ...(rest && { rest }) }
  }

  #all(values: readonly Abstract[], depth: number): Abstract[] | undefined {
    const all: Abstract[] = []
    for (const each of values) {
      const moved = this.value(each, depth)
      if (!moved) return undefined
      all.push(moved)
    }
    return all
  }
}
