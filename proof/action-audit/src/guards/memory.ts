import type { Node } from 'oxc-parser'
import type { Abstract } from './abstract'
import type { Facts } from './facts'
import { factsKey, valueKey } from './fingerprint'
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

const memory = new WeakMap<Node, Map<string, Remembered>>()

/** The cache key of a call, or undefined if it depends on more than its arguments. */
export function memoryKey({ run, state, args }: Call): string | undefined {
  const keys = args.map((each) => valueKey(each))
  if (keys.includes(undefined)) return undefined
  return `${run.quiet > 0 ? 'q' : ''}${factsKey(state.facts)}>${keys.join('&')}`
}

/** Replays the effects of a cached call. */
export function recall(fn: Node, key: string, { run, state }: Call): Abstract | undefined {
  const known = memory.get(fn)?.get(key)
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
  key: string,
  { run, state }: Call,
  value: Abstract,
  since: { uses: number; unread: number },
): void {
  const own = memory.get(fn) ?? new Map<string, Remembered>()
  memory.set(fn, own)
  own.set(key, {
    value,
    facts: state.facts,
    dead: state.dead,
    // A copy, because a continued query modifies the original.
    uses: run.uses.slice(since.uses).map((use) => ({ ...use })),
    unread: run.unread.slice(since.unread),
  })
}
