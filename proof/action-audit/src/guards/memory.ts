import type { Node } from 'oxc-parser'
import type { Use } from '../calls/use'
import { namedIn, namesThis } from '../syntax/named-in'
import type { Abstract } from './abstract'
import { lastingChanges } from './changes'
import type { Facts } from './facts'
import { factsKey, Fingerprints, thisIn } from './fingerprint'
import { rebased } from './rebased'
import type { Call, Unread } from './run'
import { hasUse, isInstanceIn, withUses } from './used-in'

type Closure = Extract<Abstract, { kind: 'function' }>

/** The result of analyzing a call. */
interface Remembered {
  value: Abstract
  facts: Facts
  dead: boolean
  uses: readonly Remade[]
  unread: readonly Unread[]
  hasUse: boolean
}

/** A use as the value refers to it, and as it was when the call ended, because the caller can continue the query. */
interface Remade {
  original: Use
  copy: Use
}

/** The result of a call that only computes a value. */
interface Computed {
  value: Abstract
  /** The facts that held at the call, which are in the value too. */
  facts: Facts
}

interface Memory {
  calls: Map<string, Remembered>
  computed: Map<string, Computed>
  hits: number
  misses: number
}

/** A function that is always called in a new way isn't worth its keys. */
const PATIENCE = 12

const memory = new WeakMap<Node, Memory>()

/** The cache keys of a call: of this call, and of any call with the same arguments. */
export interface MemoryKey {
  call: string
  computed: string
}

/** The cache keys of a call, or undefined if what it depends on is too complex. */
export function memoryKey({ fn, module, variables, self }: Closure, call: Call): MemoryKey | undefined {
  const known = memory.get(fn)
  if (known && known.misses > PATIENCE && known.hits === 0) return undefined
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
  if (!isWhole) return undefined
  const { facts } = state
  return { call: `${factsKey(facts)}${given}`, computed: `${[...facts.keys()].toSorted().join()}${given}` }
}

/** Replays the effects of a cached call. */
export function recall(fn: Node, key: MemoryKey, { run, state }: Call): Abstract | undefined {
  const own: Memory = memory.get(fn) ?? { calls: new Map(), computed: new Map(), hits: 0, misses: 0 }
  memory.set(fn, own)
  const computed = own.computed.get(key.computed)
  const known = computed ? undefined : own.calls.get(key.call)
  if (computed || known) own.hits += 1
  else own.misses += 1
  if (computed) return rebased(computed.value, computed.facts, state.facts)
  if (!known) return undefined
  state.facts = known.facts
  if (known.dead) state.dead = true
  const uses = new Map(known.uses.map(({ original, copy }) => [original, { ...copy }]))
  run.uses.push(...uses.values())
  run.unread.push(...known.unread)
  return known.hasUse ? withUses(known.value, uses) : known.value
}

/** The state before a call. */
export interface Before {
  uses: number
  unread: number
  facts: Facts
  variables: readonly (Abstract | undefined)[]
  changes: number
  continued: number
}

export function before({ fn, module }: Closure, { run, state }: Call): Before {
  return {
    uses: run.uses.length,
    unread: run.unread.length,
    facts: state.facts,
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
  const isSilent = uses.length === 0 && run.unread.length === since.unread && !state.dead
  if (isSilent && state.facts === since.facts && rebased(value, since.facts, since.facts)) {
    own.computed.set(key.computed, { value, facts: since.facts })
    return
  }
  own.calls.set(key.call, {
    value,
    facts: state.facts,
    dead: state.dead,
    uses: uses.map((use) => ({ original: use, copy: { ...use } })),
    unread: run.unread.slice(since.unread),
    hasUse: hasUse(value),
  })
}
