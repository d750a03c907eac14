/** What was found to show that no robot calls. It still has to be spent: until then others may hold the same. */
export interface Proof {
  /** No two proofs have the same. */
  id: string
  expiresAt: Date
  /** It took time and no work, so it is worth less. */
  waited?: true
}

export type Verdict =
  | { proof: Proof }
  /**
   * `failed`: it proves nothing, and nobody is told why. `early`: it will, in a few seconds. `unavailable`: nobody could
   * be asked; `error` is for the log.
   */
  | { refused: 'failed' | 'early' }
  | { refused: 'unavailable'; error: unknown }

export const failed = { refused: 'failed' } as const satisfies Verdict
