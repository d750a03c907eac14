import type { Group } from '@kit/attacks/engine/attack'

/** What the mutation check tells the process that attacks for it. */
export type Order =
  /** Signs everybody in, on the app as it is. */
  | { type: 'open' }
  /** Attacks an endpoint, with the likely groups and attacks first or only those, up to the first that gets through. */
  | { type: 'fire'; action: string; likely: readonly string[]; onlyLikely: boolean }
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
