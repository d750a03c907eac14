import type { Group } from '@kit/attacks/engine/attack'

/** Messages from the mutation check to its attacker process. */
export type Order =
  /** Signs everyone in, on the unmodified app. */
  | { type: 'open' }
  /** Attacks an endpoint until one attack succeeds, starting with the likely ones or limited to them. */
  | { type: 'fire'; action: string; likely: readonly string[]; onlyLikely: boolean }
  /** Repeats the one attack that succeeded before. */
  | { type: 'again'; breach: Breach }
  /** Restores the database. */
  | { type: 'close' }

export type Reply = { type: 'done'; breach?: Breach } | { type: 'failed'; message: string }

/** An attack that succeeded. */
export interface Breach {
  action: string
  group: Group
  attack: string
  shot: string
  problem: string
}
