import { setTimeout as sleep } from 'node:timers/promises'
import { startGroup } from './process-group'
import type { GroupOptions } from './process-group'
import { print } from './progress'
import type { Scope } from './scope'

/** No suite takes a fraction of this; one that does hangs, and would hang whoever waits for the total. */
const LIMIT_MS = 20 * 60_000

/** Runs a test runner, a script of Node, to its end, and ends whatever it leaves behind. Resolves to its exit code. */
export async function runSuite(scope: Scope, args: string[], options: GroupOptions): Promise<number> {
  const group = await scope.acquire(
    () => startGroup(process.execPath, args, options),
    (started) => started.stop(),
  )
  const code = await Promise.race([group.exited, sleep(LIMIT_MS, undefined, { ref: false })])
  if (code === undefined) print('It takes too long; something in it hangs.\n')
  await group.stop()
  return code ?? 1
}
