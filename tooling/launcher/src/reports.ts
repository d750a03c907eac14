import { readFileSync } from 'node:fs'
import type { Tally } from './tally'

interface VitestReport {
  testResults: { status: string; assertionResults: { status: string }[] }[]
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  errors: unknown[]
}

export interface CountOptions {
  /** The runner's exit code. */
  exitCode: number
  /** Whether only some of the tests were asked for, so that those left out are no fault. */
  filtered?: boolean
}

/**
 * Counts what vitest's JSON reporter has written. A file that could not be loaded is a failure, and so is a test that
 * was skipped: nobody knows whether it holds.
 */
export function countVitest(file: string, options: CountOptions): Tally {
  return count(options, () => {
    const report: VitestReport = JSON.parse(readFileSync(file, 'utf8'))
    const statuses = report.testResults.flatMap((result) =>
      result.assertionResults.map(({ status }) => status),
    )
    const unloaded = report.testResults.filter(
      ({ status, assertionResults }) =>
        status !== 'passed' && !assertionResults.some((assertion) => assertion.status === 'failed'),
    )
    const passed = statuses.filter((status) => status === 'passed').length
    const failed = statuses.filter((status) => status === 'failed').length + unloaded.length
    const skipped = statuses.length - passed - (failed - unloaded.length)
    return { passed, failed: failed + (options.filtered ? 0 : skipped) }
  })
}

/** Counts what Playwright's JSON reporter has written. A test that passed at the second try is a failure too. */
export function countPlaywright(file: string, options: CountOptions): Tally {
  return count(options, () => {
    const { stats, errors }: PlaywrightReport = JSON.parse(readFileSync(file, 'utf8'))
    const failed = stats.unexpected + stats.flaky + errors.length + (options.filtered ? 0 : stats.skipped)
    return { passed: stats.expected, failed }
  })
}

/** No report, no test, or a runner that fails without a failed test: each is one failure more. */
function count({ exitCode }: CountOptions, read: () => Tally): Tally {
  let tally: Tally
  try {
    tally = read()
  } catch {
    return { passed: 0, failed: 1 }
  }
  const ran = tally.passed + tally.failed > 0
  return tally.failed === 0 && (exitCode !== 0 || !ran) ? { ...tally, failed: 1 } : tally
}
