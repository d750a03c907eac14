import type { Column, Fact } from './facts'

export type Status = 'proven' | 'declared' | 'none' | 'unknown'

/** The result for one column of one endpoint. */
export interface Verdict {
  status: Status
  /** The fact that proves or declares it. */
  fact?: Fact
  /** Why it isn't proven. */
  reason?: string
  /** Whether there is anything to protect. */
  needed: boolean
}

export type Verdicts = Readonly<Record<Column, Verdict>>
