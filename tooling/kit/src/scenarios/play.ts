import { root } from '@kit/launcher/paths'
import { print } from '@kit/launcher/progress'
import type { Scope } from '@kit/launcher/scope'
import { checksOf } from './checks'
import type { Scenario } from './scenarios'
import { commit, scratchCopy } from './scratch-copy'
import { runStep } from './step'

/** Runs a scenario in a copy of the repository. Returns the number of failed steps. If a command fails, skips its checks. */
export async function play(scope: Scope, scenario: Scenario, isFull: boolean): Promise<number> {
  print(`\n${scenario.name}\n`)
  const copy = await scratchCopy(scope, root)
  const install = ['pnpm', 'install', '--offline', '--frozen-lockfile'] as const
  if (!(await runStep(scope, 'Install', { cwd: copy, command: install }))) return 1
  let failed = 0
  for (const args of scenario.commands) {
    const command = ['pnpm', 'kit', ...args] as const
    if (!(await runStep(scope, `kit ${args.join(' ')}`, { cwd: copy, command }))) return failed + 1
    await commit(copy, 'test: run a command')
    if (!(await runStep(scope, 'Install', { cwd: copy, command: install }))) return failed + 1
    for (const check of checksOf(copy, isFull ? undefined : scenario.short)) {
      if (!(await runStep(scope, check.label, { cwd: copy, command: check.command }))) failed += 1
    }
  }
  return failed
}
