/** The result of one mutant. */
export interface Verdict {
  /** File, line and column. */
  id: string
  /** Describes what was removed. */
  label: string
  /** The attack or test that detected it; undefined if it survived. */
  killedBy?: string
}
