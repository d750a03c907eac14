import type { Node } from 'oxc-parser'
import type { Abstract } from './abstract'
import type { Facts } from './facts'
import { factsKey, valueKey } from './fingerprint'
import { rebased } from './rebased'
import type { Call, Unread } from './run'
import type { Use } from '../calls/use'

/** The result of analyzing a call. */
interface Remembered {
  value: Abstract
  facts: Facts
  dead: boolean
  uses: readonly Use[]
  unread: readonly Unread[]
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
}

const memory = new WeakMap<Node, Memory>()

/** The cache keys of a call: of this call, and of any call with the same arguments. */
export interface MemoryKey {
  call: string
  computed: string
}

/** The cache keys of a call, or undefined if it depends on more than its arguments. */
export function memoryKey({ run, state, args }: Call): MemoryKey | undefined {
  let given = run.quiet > 0 ? 'q>' : '>'
  for (const each of args) {
    const key = valueKey(each)
    if (key === undefined) return undefined
    given += `${key}&`
  }
  const { facts } = state
  return { call: `${factsKey(facts)}${given}`, computed: `${[...facts.keys()].toSorted().join()}${given}` }
}

/** Replays the effects of a cached call. */
export function recall(fn: Node, key: MemoryKey, { run, state }: Call): Abstract | undefined {
  const own = memory.get(fn)
  const computed = own?.computed.get(key.computed)
  if (computed) return rebased(computed.value, computed.facts, state.facts)
  const known = own?.calls.get(key.call)
  if (!known) return undefined
  state.facts = known.facts
  if (known.dead) state.dead = true
  run.uses.push(...known.uses.map((use) => ({ ...use })))
  run.unread.push(...known.unread)
  return known.value
}

/** Caches a call with the uses it recorded. */
export function remember(
  fn: Node,
  key: MemoryKey,
  { run, state }: Call,
  value: Abstract,
  since: { uses: number; unread: number; facts: Facts },
): void {
  const own: Memory = memory.get(fn) ?? { calls: new Map(), computed: new Map() }
  memory.set(fn, own)
  const isSilent = run.uses.length === since.uses && run.unread.length === since.unread && !state.dead
  if (isSilent && state.facts === since.facts && rebased(value, since.facts, since.facts)) {
    own.computed.set(key.computed, { value, facts: since.facts })
    return
  }
  own.calls.set(key.call, {
    value,
    facts: state.facts,
    dead: state.dead,
    // A copy, because a continued query modifies the original.
    uses: run.uses.slice(since.uses).map((use) => ({ ...use })),
    unread: run.unread.slice(since.unread),
  })
}
