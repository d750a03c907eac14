import { existsSync, statSync } from 'node:fs'
import { print } from '../terminal/progress'
import { run } from '../process/run'
import type { Stall } from '../process/run'
import type { Scope } from '../process/scope'
import { cleanEnvironment } from '../repository/settings'
import { countResults } from './results/count'
import type { Tally } from './results/tally'

export interface TestSuite {
  /** A script of Node, and its arguments. */
  args: string[]
  cwd: string
  env: Record<string, string>
  /** Where its reporter appends results. */
  results: string
  /** Whether only some of the tests were requested. */
  filtered: boolean
  onOutput?: (text: string) => void
  stall?: Stall
}

/** Runs a test runner to its end, or until neither its output nor its results grow, and counts what ran until then. */
export async function runTestSuite(scope: Scope, suite: TestSuite): Promise<Tally> {
  const { args, cwd, env, results, filtered, onOutput = print, stall } = suite
  const ended = await run(scope, process.execPath, args, {
    cwd,
    env: cleanEnvironment({
      ...env,
      TEST_RESULTS: results,
      ...(process.stdout.isTTY && { FORCE_COLOR: '1' }),
    }),
    onOutput,
    progress: () => existsSync(results) && statSync(results).size,
    stall,
  })
  return countResults(results, ended, filtered)
}
