/** A valid captcha solution. It must still be spent, because it works only once. */
export interface Proof {
  /** Unique. */
  id: string
  expiresAt: Date
  /** A waiting token: cheaper to get, so limited further. */
  waited?: true
}

export type Verdict =
  | { proof: Proof }
  /** `early`: the waiting token is valid in a few seconds. `unavailable`: verification failed; `error` is for the log. */
  | { refused: 'failed' | 'early' }
  | { refused: 'unavailable'; error: unknown }

export const failed = { refused: 'failed' } as const satisfies Verdict
