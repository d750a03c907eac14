import type { Group } from '@kit/attacks/engine/attack'

/** Messages from the mutation check to its attacker process. */
export type Order =
  /** Signs everyone in, on the unmodified app. */
  | { type: 'open' }
  /**
   * Attacks endpoints until one attack succeeds: all of them with the likely attacks, then the first with all others, then the
   * rest with what hasn't been fired yet, so every attack that applies to one of them is fired.
   */
  | { type: 'fire'; actions: readonly string[]; likely: readonly string[] }
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
