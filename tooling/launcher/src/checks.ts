import { root } from './paths'
import { pnpmCommand } from './pnpm-command'
import { startGroup } from './process-group'
import { progress } from './progress'
import { Refusal } from './refusal'
import type { Scope } from './scope'
import { cleanEnvironment } from './settings'
import type { Tally } from './tally'

/**
 * Runs a script of the root package that passes or fails as a whole.
 * @throws Refusal with all that it wrote when it fails
 */
export async function runCheck(
  scope: Scope,
  label: string,
  script: string,
  ...options: string[]
): Promise<Tally> {
  const [command, args] = pnpmCommand('run', '--silent', script, ...options)
  let output = ''
  const onOutput = (text: string) => {
    output += text
  }
  await progress(label, async () => {
    const env = cleanEnvironment()
    const group = await scope.acquire(
      () => startGroup(command, args, { cwd: root, env, onOutput }),
      (started) => started.stop(),
    )
    const code = await group.exited
    await group.stop()
    if (code !== 0) throw new Refusal(`"pnpm ${script}" fails.\n${output}`)
  })
  return { passed: 1, failed: 0 }
}
