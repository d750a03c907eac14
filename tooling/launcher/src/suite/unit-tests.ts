import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Scope } from '../process/scope'
import { root } from '../repository/paths'
import type { Tally } from './results/tally'
import { runTestSuite } from './test-suite'

/** Runs vitest in every package. `filters` are vitest's arguments: parts of file names, or options. */
export async function runUnitTests(scope: Scope, folder: string, filters: string[]): Promise<Tally> {
  const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs')
  const reporter = join(import.meta.dirname, 'results/unit-reporter.ts')
  return runTestSuite(scope, {
    args: [vitest, 'run', '--reporter=default', `--reporter=${reporter}`, ...filters],
    cwd: root,
    // What an interrupted test leaves behind is removed with the folder.
    env: { TMPDIR: folder },
    results: join(folder, 'unit.jsonl'),
    filtered: filters.length > 0,
  })
}
