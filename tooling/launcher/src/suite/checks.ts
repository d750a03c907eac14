import { existsSync } from 'node:fs'
import { join } from 'node:path'
import manifest from '../../../../package.json' with { type: 'json' }
import { run } from '../process/run'
import type { Scope } from '../process/scope'
import { scriptCommand } from '../process/script-command'
import { root, web } from '../repository/paths'
import { cleanEnvironment } from '../repository/settings'
import { progress } from '../terminal/progress'
import { Refusal } from '@kit/server/refusal'
import type { Tally } from './results/tally'

/**
 * Runs a script of the root package that passes or fails as a whole.
 * @throws Refusal with the script's output when it fails
 */
export async function runCheck(
  scope: Scope,
  label: string,
  script: string,
  ...options: string[]
): Promise<Tally> {
  const [command, args] = scriptCommand(manifest.scripts, script, options)
  let output = ''
  const onOutput = (text: string) => {
    output += text
  }
  await progress(label, async () => {
    // A first build that keeps a cache for the next one takes a quarter longer.
    const env = cleanEnvironment(existsSync(join(web, '.next/cache/turbopack')) ? {} : { BUILD_CACHE: 'off' })
    const { exitCode, stalled } = await run(scope, command, args, { cwd: root, env, onOutput })
    if (exitCode !== 0) throw new Refusal(`"pnpm ${script}" failed.\n${output}${stalled ?? ''}`)
  })
  return { passed: 1, failed: 0 }
}
