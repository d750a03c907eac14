import { Argument, Command } from 'commander'
import { CpuMeter } from '../process/cpu-meter'
import { launch } from '../process/launch'
import type { Scope } from '../process/scope'
import { setting } from '@kit/server/settings'
import { testServerPid } from '../servers/test-server-pid'
import { parts, runTests } from '../suite/test-plan'
import { TestRun } from '../suite/test-run'
import { print } from '../terminal/progress'

const command = new Command('pnpm test')
  .description('Run all checks and tests, or one part of the tests.')
  .addArgument(new Argument('[part]', 'the part to run').choices(parts))
  .argument('[filters...]', "arguments for the part's test runner: parts of file names, or options")
  .option('--app-only', 'start one app for attacks, and nothing else')
  .option('--built', 'use the production build that exists')
  .allowUnknownOption()
  .passThroughOptions()
  .addHelpText('after', '\nSettings:\n  BASE_URL            a running app to run attacks or flows against')
  .addHelpText('after', '  TEST_STALL_MINUTES  how long a step may show no progress (default: 15)')

/** `pnpm test`: everything. `pnpm test unit|attacks|flows`: that part, with arguments for its runner. */
async function test(scope: Scope): Promise<number> {
  command.parse()
  const [name, ...filters] = command.args
  const { appOnly, built } = command.opts<{ appOnly?: boolean; built?: boolean }>()
  const part = parts.find((candidate) => candidate === name)
  const cpu = new CpuMeter(() => [process.pid, ...testServerPid()]).start()
  const run = new TestRun(scope, () => cpu.seconds())
  // Acquired first, so released last: the total is the last line, whatever happens.
  await scope.acquire(
    () => run,
    () => print(run.summary()),
  )
  // The whole run always starts its own servers.
  await runTests(run, scope, { part, filters, appOnly, built, baseUrl: part && setting('BASE_URL') })
  return run.total().failed > 0 ? 1 : 0
}

await launch(test, (signal) => {
  print(`\nInterrupted by ${signal}.\n`)
  return signal === 'SIGINT' ? 130 : 143
})
