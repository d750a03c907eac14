import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { root } from '@kit/launcher/paths'
import { startGroup } from '@kit/launcher/process-group'
import { Refusal } from '@kit/server/refusal'
import type { Scope } from '@kit/launcher/scope'
import { cleanEnvironment } from '@kit/launcher/settings'
import { readPolicies, type PolicyMutant } from '../list/policies'
import { Template } from './template'
import type { Verdict } from './verdict'

/** The tests of tenant isolation. */
const tests = [
  'packages/db/src/tenancy/row-security.test.ts',
  'packages/db/src/invitations/security.test.ts',
  'packages/db/src/mail/security.test.ts',
]

/**
 * Removes each policy for each operation and runs the database tests without it.
 * @param wants whether to check a mutant
 * @throws Refusal when the tests fail with all policies in protection
 */
export async function checkPolicies(
  scope: Scope,
  cluster: string,
  wants: (mutant: PolicyMutant) => boolean,
  tell: (verdict: Verdict) => void,
): Promise<void> {
  const template = await Template.keep(cluster)
  const mutants = (await readPolicies(template.url)).filter(wants)
  if (mutants.length === 0) return
  const failure = await failureWithout(scope, template, 'SELECT 1')
  if (failure) throw new Refusal(`The policy tests fail with all policies in protection: ${failure}`)
  for (const { id, label, statement } of mutants) {
    tell({ id, label, killedBy: await failureWithout(scope, template, statement) })
  }
}

async function failureWithout(
  scope: Scope,
  template: Template,
  statement: string,
): Promise<string | undefined> {
  await template.change(statement)
  const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs')
  let output = ''
  const onOutput = (text: string) => {
    output += text
  }
  const env = cleanEnvironment({ NO_COLOR: '1' })
  const group = await scope.acquire(
    () => startGroup(process.execPath, [vitest, 'run', '--bail=1', ...tests], { cwd: root, env, onOutput }),
    (started) => started.stop(),
  )
  if ((await group.exited) === 0) return undefined
  // A run that could not start proves nothing.
  const failed = /FAIL\s+(.*)/.exec(output)?.[1]
  if (!failed) throw new Refusal(`The policy tests could not run.\n${output}`)
  return failed
}
