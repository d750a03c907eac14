import type { Group } from '../attacks/attack'

/** What the mutation check tells the process that attacks for it. */
export type Order =
  /** Signs everybody in, on the app as it is. */
  | { type: 'open' }
  /** Attacks an endpoint, with the likely groups first, up to the first attack that gets through. */
  | { type: 'fire'; action: string; likely: readonly Group[]; onlyLikely: boolean }
  /** The one attack that got through before. */
  | { type: 'again'; breach: Breach }
  /** Leaves the database as it was found. */
  | { type: 'close' }

export type Reply = { type: 'done'; breach?: Breach } | { type: 'failed'; message: string }

/** An attack that got through. */
export interface Breach {
  action: string
  group: Group
  attack: string
  shot: string
  problem: string
}
