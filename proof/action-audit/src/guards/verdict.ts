import type { Column, Fact } from './facts'

export type Status = 'proven' | 'declared' | 'none' | 'unknown'

/** What is known of one column of one endpoint. */
export interface Verdict {
  status: Status
  /** What proves it, or is said to. */
  fact?: Fact
  /** Why it is not proven, in words. */
  reason?: string
  /** There is something that it would protect. */
  needed: boolean
}

export type Verdicts = Readonly<Record<Column, Verdict>>
