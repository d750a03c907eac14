import { join } from 'node:path'
import type { Scope } from '../process/scope'
import { root } from '../repository/paths'
import { print } from '../terminal/progress'
import type { Tally } from './results/tally'
import { runTestSuite } from './test-suite'

/** Adds a domain in a copy of the repository, tests and removes it. The copy is in `folder` and is deleted with it. */
export async function runKitTest(scope: Scope, folder: string, browser: string): Promise<Tally> {
  let output = ''
  const tally = await runTestSuite(scope, {
    args: ['--import', 'tsx', 'tooling/kit/src/suite/main.ts'],
    cwd: root,
    env: { CHROMIUM_PATH: browser, TMPDIR: folder },
    results: join(folder, 'kit.jsonl'),
    filtered: false,
    // Other steps print at the same time.
    onOutput: (text) => {
      output += text
    },
  })
  print(output)
  return tally
}
