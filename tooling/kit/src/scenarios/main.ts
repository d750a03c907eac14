import { launch } from '@kit/launcher/launch'
import { root } from '@kit/launcher/paths'
import { print } from '@kit/launcher/progress'
import type { Scope } from '@kit/launcher/scope'
import { checksOf } from './checks'
import { scenariosFor, type Scenario } from './scenarios'
import { commit, scratchCopy } from './scratch-copy'
import { runStep } from './step'

/** `pnpm test:kit [scenario] [--full]`: runs each command in a copy of the repository, then the checks. */
async function test(scope: Scope): Promise<number> {
  const options = process.argv.slice(2)
  const isFull = options.includes('--full')
  const name = options.find((option) => !option.startsWith('--'))
  let failed = 0
  for (const scenario of scenariosFor(name)) failed += await play(scope, scenario, isFull)
  print(failed === 0 ? '\nAll checks passed.\n' : `\n${failed} failed.\n`)
  return failed === 0 ? 0 : 1
}

/** Returns how many steps failed. Without its command, a copy isn't checked. */
async function play(scope: Scope, { name, commands }: Scenario, isFull: boolean): Promise<number> {
  print(`\n${name}\n`)
  const copy = await scratchCopy(scope, root)
  const install = ['pnpm', 'install', '--offline', '--frozen-lockfile'] as const
  if (!(await runStep(scope, 'Install', { cwd: copy, command: install }))) return 1
  let failed = 0
  for (const args of commands) {
    const command = ['pnpm', 'kit', ...args] as const
    if (!(await runStep(scope, `kit ${args.join(' ')}`, { cwd: copy, command }))) return failed + 1
    await commit(copy, 'test: run a command')
    if (!(await runStep(scope, 'Install', { cwd: copy, command: install }))) return failed + 1
    for (const check of checksOf(copy, isFull)) {
      if (!(await runStep(scope, check.label, { cwd: copy, command: check.command }))) failed += 1
    }
  }
  return failed
}

await launch(test, (signal) => (signal === 'SIGINT' ? 130 : 143))
