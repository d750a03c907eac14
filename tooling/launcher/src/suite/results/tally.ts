import type { Failure } from './failures'

/** How many checks or tests passed and failed. */
export interface Tally {
  passed: number
  failed: number
  failures?: Failure[]
}

export function sum(tallies: Tally[]): Tally {
  return {
    passed: tallies.reduce((total, { passed }) => total + passed, 0),
    failed: tallies.reduce((total, { failed }) => total + failed, 0),
  }
}

/** `12 passed, 0 failed`, the last line of every run. */
export function describe({ passed, failed }: Tally): string {
  return `${passed} passed, ${failed} failed`
}
