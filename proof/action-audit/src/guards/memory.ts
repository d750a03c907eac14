import type { Node } from 'oxc-parser'
import type { Use } from '../calls/use'
import { namedIn, namesThis } from '../syntax/named-in'
import { isConstructor } from '../syntax/is-constructor'
import type { Abstract } from './abstract'
import { lastingChanges } from './changes'
import type { Facts } from './facts'
import { alikeKey, factsKey, Fingerprints, thisIn } from './fingerprint'
import { Rebase } from './rebased'
import type { Call, Unread } from './run'
import { hasUse, isInstanceIn, withUses } from './used-in'

type Closure = Extract<Abstract, { kind: 'function' }>

/** The result of analyzing a call. */
interface Remembered {
  value: Abstract
  /** The facts before it, if the result holds after others too. */
  base: Facts | undefined
  facts: Facts
  dead: boolean
  uses: readonly Remade[]
  unread: readonly Unread[]
  hasUse: boolean
  /** The nodes that were evaluated. */
  nodes: number
  /** The queries that were given to it. */
  given: readonly Use[]
}

/** A use as the value refers to it, and as it was when the call ended, because the caller can continue the query. */
interface Remade {
  original: Use
  copy: Use
}

interface Memory {
  calls: Map<string, Remembered>
  /** The values that were read to make keys, and the nodes that didn't have to be evaluated. */
  spent: number
  saved: number
}

/** Values to read before a function's keys have to pay off. */
const PATIENCE = 150
/** The cost of making a key for a value, as a fraction of the cost of evaluating a node. */
const PRICE = 0.25

const memory = new WeakMap<Node, Memory>()

/** The cache keys of a call: after exactly these facts, and after any that are alike. */
export interface MemoryKey {
  call: string
  alike: string
  /** The queries in its arguments and variables. */
  given: readonly Use[]
}

/** The cache keys of a call, or undefined if what it depends on is too complex. */
export function memoryKey({ fn, module, variables, self }: Closure, call: Call): MemoryKey | undefined {
  // A constructor changes its instance.
  if (isConstructor(fn, module)) return undefined
  const own: Memory = memory.get(fn) ?? { calls: new Map(), spent: 0, saved: 0 }
  memory.set(fn, own)
  if (own.spent > PATIENCE && own.saved < own.spent * PRICE) return undefined
  const { run, state, args } = call
  const prints = new Fingerprints(state.variables)
  let given = run.quiet > 0 ? 'q>' : '>'
  const add = (name: string, value: Abstract | undefined) => {
    if (!value) return true
    const key = prints.keyOf(value)
    given += `${name}${key}&`
    return key !== undefined
  }
  if (!args.every((each) => add('', each))) return undefined
  if (!add('this', self ?? (namesThis(fn, module) ? thisIn(state.variables) : undefined))) return undefined
  const isWhole = namedIn(fn, module).every((binding, index) =>
    add(`${index}=`, state.variables.get(binding) ?? variables.get(binding)),
  )
  own.spent += prints.work
  if (!isWhole) return undefined
  const { facts } = state
  return {
    call: `${factsKey(facts)}${given}`,
    alike: `~${alikeKey(facts)}${given}`,
    given: prints.uses,
  }
}

/** Replays the effects of a cached call. */
export function recall(fn: Node, key: MemoryKey, { run, state }: Call): Abstract | undefined {
  const own = memory.get(fn)
  const known = own?.calls.get(key.alike) ?? own?.calls.get(key.call)
  if (!own || !known) return undefined
  const moved = known.base ? movedTo(state.facts, known.base, known) : known
  if (!moved) return undefined
  own.saved += known.nodes
  state.facts = moved.facts
  if (known.dead) state.dead = true
  const uses = new Map(moved.uses.map(({ original, copy }) => [original, { ...copy }]))
  run.uses.push(...uses.values())
  known.given.forEach((use, index) => uses.set(use, key.given[index] ?? use))
  run.unread.push(...known.unread)
  return known.base && !known.hasUse ? moved.value : withUses(moved.value, uses)
}

type Result = Pick<Remembered, 'value' | 'facts' | 'uses'>

/** The result as it would be after other facts, or undefined if it depends on more than the facts that are alike. */
function movedTo(to: Facts, from: Facts, { value, facts, uses }: Result): Result | undefined {
  const rebase = new Rebase(from, to)
  const end = rebase.facts(facts)
  const made = end && rebase.value(value)
  if (!made) return undefined
  const copies = uses.flatMap(({ original, copy }) => {
    const before = rebase.facts(copy.facts)
    return before ? [{ original, copy: { ...copy, facts: before } }] : []
  })
  return copies.length === uses.length ? { value: made, facts: end, uses: copies } : undefined
}

/** The state before a call. */
export interface Before {
  uses: number
  unread: number
  facts: Facts
  budget: number
  variables: readonly (Abstract | undefined)[]
  changes: number
  continued: number
}

export function before({ fn, module }: Closure, { run, state }: Call): Before {
  return {
    uses: run.uses.length,
    unread: run.unread.length,
    facts: state.facts,
    budget: run.budget,
    variables: namedIn(fn, module).map((binding) => state.variables.get(binding)),
    changes: lastingChanges(),
    continued: run.continued.length,
  }
}

/** Caches a call with the uses it recorded, unless it changed something that is older. */
export function remember(
  { fn, module }: Closure,
  key: MemoryKey,
  { run, state }: Call,
  value: Abstract,
  since: Before,
): void {
  const wroteVariable = namedIn(fn, module).some(
    (binding, index) => state.variables.get(binding) !== since.variables[index],
  )
  const uses = run.uses.slice(since.uses)
  const continued = run.continued.slice(since.continued)
  if (wroteVariable || lastingChanges() !== since.changes || !continued.every((use) => uses.includes(use)))
    return
  // The caller can change an instance.
  if (isInstanceIn(value)) return
  const own = memory.get(fn)
  if (!own) return
  const result: Result = {
    value,
    facts: state.facts,
    uses: uses.map((use) => ({ original: use, copy: { ...use } })),
  }
  const moved = movedTo(since.facts, since.facts, result)
  own.calls.set(moved ? key.alike : key.call, {
    // A copy, because the caller can change an object.
    ...(moved ?? { ...result, value: withUses(value, new Map()) }),
    base: moved && since.facts,
    dead: state.dead,
    unread: run.unread.slice(since.unread),
    hasUse: hasUse(value),
    nodes: since.budget - run.budget,
    given: key.given,
  })
}
