import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { startGroup } from '@kit/launcher/process-group'
import { progress } from '@kit/launcher/progress'
import type { Scope } from '@kit/launcher/scope'
import { cleanEnvironment } from '@kit/launcher/settings'
import { Refusal } from '@kit/server/refusal'
import { SWITCH } from '../copy/rewrite'
import { scratch, writeScratch } from '../copy/scratch'
import type { SignInCheck } from '../protections/sign-in-checks'
import type { Verdict } from './verdict'

/** Parallel test runs. */
const LANES = 2

/**
 * Runs the unit tests of each check without it, in the copy. Requires TEST_POSTGRES_URL.
 * @throws Refusal when they fail with all checks in place
 */
export async function checkByTests(
  scope: Scope,
  checks: readonly SignInCheck[],
  tell: (verdict: Verdict) => void,
): Promise<void> {
  writeScratch(checks.map(({ protection }) => protection))
  const all = [...new Set(checks.flatMap(({ tests }) => tests))]
  const failure = await progress('Running the tests with all checks', () => failureIn(scope, all))
  if (failure) throw new Refusal(`The tests fail with all checks in place: ${failure}`)
  const pending = [...checks]
  const lane = async () => {
    for (let check = pending.shift(); check; check = pending.shift()) {
      const { id, protection, tests } = check
      const killedBy = await failureIn(scope, tests, id)
      tell({ id, label: protection.label, ...(killedBy !== undefined && { killedBy }) })
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
}

/** Returns the first test that fails without a check. */
async function failureIn(scope: Scope, tests: readonly string[], id = ''): Promise<string | undefined> {
  const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs')
  const args = ['run', '--bail=1', '--project', '@kit/auth', '--project', '@kit/db', ...tests]
  let output = ''
  const onOutput = (text: string) => {
    output += text
  }
  const env = cleanEnvironment({ NO_COLOR: '1', [SWITCH]: id })
  const group = await scope.acquire(
    () => startGroup(process.execPath, [vitest, ...args], { cwd: scratch, env, onOutput }),
    (started) => started.stop(),
  )
  if ((await group.exited) === 0) return undefined
  // A run that could not start proves nothing.
  const failed = /FAIL\s+(.*)/.exec(output)?.[1]
  if (failed === undefined) throw new Refusal(`The tests could not run.\n${output}`)
  return failed
}
