/** The decision about one call. */
export interface LimitResult {
  allowed: boolean
  /** Whole seconds until the next call is allowed; 0 when this one is. */
  retryAfterSeconds: number
}

/** Counts calls in sliding windows, shared by all processes. */
export interface Store {
  /**
   * Counts one call. Refused calls aren't counted, so they don't prolong the wait.
   * @param sensitive counts by connections that other calls can't use up
   * @throws when the store fails
   */
  hit: (key: string, limit: number, windowSeconds: number, sensitive?: boolean) => Promise<LimitResult>
  /** Ends its connections. */
  close: () => Promise<void>
}

/** Milliseconds after which a store counts as failed. */
export const STORE_DEADLINE = 1000
