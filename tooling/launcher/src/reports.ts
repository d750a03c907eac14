import { readFileSync } from 'node:fs'
import type { Failure } from './failures'
import { playwrightFailures } from './playwright-failures'
import type { PlaywrightReport } from './playwright-failures'
import type { Tally } from './tally'
import type { UnitReport } from './unit-reporter'

export interface CountOptions {
  /** The runner's exit code. */
  exitCode: number
  /** Whether only some of the tests were asked for, so that those left out are no fault. */
  filtered?: boolean
}

/**
 * Counts what the reporter of the unit tests has written. A file that could not be loaded is a failure, and so is a test
 * that was skipped: nobody knows whether it holds.
 */
export function countUnitTests(file: string, options: CountOptions): Tally {
  return count(options, () => {
    const { passed, failed, skipped }: UnitReport = JSON.parse(readFileSync(file, 'utf8'))
    return tally(passed, options.filtered ? failed : [...failed, ...skipped])
  })
}

/** Counts what Playwright's JSON reporter has written. A test that passed at the second try is a failure too. */
export function countPlaywright(file: string, options: CountOptions): Tally {
  return count(options, () => {
    const report: PlaywrightReport = JSON.parse(readFileSync(file, 'utf8'))
    return tally(report.stats.expected, playwrightFailures(report, options.filtered))
  })
}

function tally(passed: number, failures: Failure[]): Tally {
  return { passed, failed: failures.length, failures }
}

/** No report, no test, or a runner that fails without a failed test: each is one failure more. */
function count({ exitCode }: CountOptions, read: () => Tally): Tally {
  const failedAsAWhole = (passed: number, message: string) => tally(passed, [{ name: '', message }])
  let counted: Tally
  try {
    counted = read()
  } catch {
    return failedAsAWhole(0, `It ended with exit code ${exitCode} and left no report.`)
  }
  if (counted.failed > 0) return counted
  if (exitCode !== 0)
    return failedAsAWhole(counted.passed, `No test failed, yet its exit code is ${exitCode}.`)
  return counted.passed > 0 ? counted : failedAsAWhole(0, 'It ran no test.')
}
