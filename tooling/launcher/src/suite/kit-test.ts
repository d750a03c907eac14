import { join } from 'node:path'
import type { Scope } from '../process/scope'
import { root } from '../repository/paths'
import type { Tally } from './results/tally'
import { runTestSuite } from './test-suite'

/** Adds a domain in a copy of the repository, tests and removes it. The copy is in `folder` and is deleted with it. */
export async function runKitTest(scope: Scope, folder: string, browser: string): Promise<Tally> {
  return runTestSuite(scope, {
    args: ['--import', 'tsx', 'tooling/kit/src/suite/main.ts'],
    cwd: root,
    env: { CHROMIUM_PATH: browser, TMPDIR: folder },
    results: join(folder, 'kit.jsonl'),
    filtered: false,
  })
}
