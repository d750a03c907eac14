import type { Ledger } from '../load/ledger'
import type { Lab } from './lab'

/** One way in which production can fail. */
export interface Fault {
  name: string
  rounds: number
  /** Causes the fault in each round, checks what has to be true, and fills the ledger. */
  run: (lab: Lab, ledger: Ledger, rounds: number) => Promise<void>
}
