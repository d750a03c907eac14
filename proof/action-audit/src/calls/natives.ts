import { labeled, labelsOf, promise, unknown, type Abstract } from '../guards/abstract'
import { bothFacts, noFacts, type Facts } from '../guards/facts'
import { settle } from '../guards/promises'
import type { Call } from '../guards/run'
import type { State } from '../guards/state'

/** Awaiting `Promise.all([…])` guarantees everything in it. Other combinators guarantee nothing. */
export function allOf({ args: [list] }: Call, every: boolean): Abstract {
  if (list?.kind !== 'list') return promise(labeled(list ? labelsOf(list) : 0))
  let facts: Facts = noFacts
  let dead = false
  const items = list.items.map((item) => {
    const own: State = { facts: noFacts, variables: new Map(), dead: false, denied: false }
    const value = settle(item, own)
    facts = bothFacts(facts, own.facts)
    dead ||= own.dead
    return every ? value : labeled(labelsOf(value))
  })
  const value: Abstract = { ...list, items }
  return every ? promise(value, facts, dead) : promise(value)
}

/** Runs a callback. Its guarantees don't hold outside it. */
export function runInside(call: Call, fn: Abstract, args: readonly Abstract[]): Abstract {
  const state: State = { ...call.state, variables: new Map(call.state.variables) }
  const value = settle(call.run.call(fn, { state, site: call.site, args }), state)
  return state.dead ? unknown : value
}

/** Runs a callback as a continuation. Its guarantees hold afterward. */
export function runOn(call: Call, fn: Abstract, args: readonly Abstract[]): Abstract {
  const value = call.run.call(fn, { state: call.state, site: call.site, args })
  return settle(value, call.state)
}

/** Arguments for a callback of code that isn't analyzed: unknown instead of missing. */
export function unknownArguments(fn: Abstract): Abstract[] {
  return fn.kind === 'function' ? fn.fn.params.map(() => unknown) : []
}
