import { launch } from './launch'
import { print } from './progress'
import { Refusal } from './refusal'
import type { Scope } from './scope'
import { setting } from './settings'
import { isPart, parts, runTests } from './test-plan'
import { TestRun } from './test-run'

/** `pnpm test`: everything. `pnpm test unit|attacks|flows`: that part, with the options of its runner. */
async function test(scope: Scope): Promise<number> {
  const [part, ...filters] = process.argv.slice(2)
  if (part !== undefined && !isPart(part)) {
    throw new Refusal(`There is no part "${part}"; the parts are ${parts.join(', ')}.`)
  }
  const run = new TestRun(scope)
  // First in is last out: the total is the last line, whatever happens in between.
  await scope.acquire(
    () => run,
    () => print(run.summary()),
  )
  // The whole run always makes a server of its own.
  await runTests(run, scope, { part, filters, baseUrl: part && setting('BASE_URL') })
  return run.total().failed > 0 ? 1 : 0
}

await launch(test, (signal) => {
  print(`\nInterrupted by ${signal}.\n`)
  return signal === 'SIGINT' ? 130 : 143
})
