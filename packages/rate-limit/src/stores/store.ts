/** Whether a call may go on. */
export interface LimitResult {
  allowed: boolean
  /** Whole seconds after which a call will be let through, if none is before; 0 when this one is. */
  retryAfterSeconds: number
}

/** Counts calls in sliding windows, for every process that uses the same one. */
export interface Store {
  /**
   * Counts one call, unless it is one too many: refused calls do not prolong the wait.
   * @throws whatever keeps the store from answering
   */
  hit: (key: string, limit: number, windowSeconds: number) => Promise<LimitResult>
  /** Ends its connections. */
  close: () => Promise<void>
}

/** Milliseconds. A store that needs longer counts as failed: the person at the other end is waiting as well. */
export const STORE_DEADLINE = 1000
