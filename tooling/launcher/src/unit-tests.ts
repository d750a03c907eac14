import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { root } from './paths'
import { countUnitTests } from './reports'
import type { Scope } from './scope'
import { cleanEnvironment } from './settings'
import { runSuite } from './suite'
import type { Tally } from './tally'

/** Runs vitest in every package. `filters` are vitest's own: parts of file names, or its options. */
export async function runUnitTests(scope: Scope, folder: string, filters: string[]): Promise<Tally> {
  const report = join(folder, 'unit.json')
  const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs')
  const reporters = ['--reporter=default', `--reporter=${join(import.meta.dirname, 'unit-reporter.ts')}`]
  // What an interrupted test leaves behind goes with the folder.
  const env = cleanEnvironment({ TMPDIR: folder, UNIT_REPORT: report })
  const exitCode = await runSuite(scope, [vitest, 'run', ...reporters, ...filters], { cwd: root, env })
  return countUnitTests(report, { exitCode, filtered: filters.length > 0 })
}
