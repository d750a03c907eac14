import type { Failure } from './failures'

/** How many checks or tests went which way. */
export interface Tally {
  passed: number
  failed: number
  /** Which ones failed, and why. */
  failures?: Failure[]
}

export function sum(tallies: Tally[]): Tally {
  return {
    passed: tallies.reduce((total, { passed }) => total + passed, 0),
    failed: tallies.reduce((total, { failed }) => total + failed, 0),
  }
}

/** `12 passed, 0 failed`, the form in which every run ends. */
export function describe({ passed, failed }: Tally): string {
  return `${passed} passed, ${failed} failed`
}
