import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root, web } from '@kit/launcher/paths'
import { startGroup } from '@kit/launcher/process-group'
import { progress } from '@kit/launcher/progress'
import type { Scope } from '@kit/launcher/scope'
import { cleanEnvironment } from '@kit/launcher/settings'
import { Refusal } from '@kit/server/refusal'

/**
 * Makes the production build.
 * @param reuse uses an existing one
 * @throws Refusal with what the build printed, when it fails
 */
export async function ensureBuild(scope: Scope, reuse: boolean): Promise<void> {
  if (reuse && existsSync(join(web, '.next/BUILD_ID'))) return
  rmSync(join(web, '.next'), { recursive: true, force: true })
  await progress('Production build', () => build(scope, root))
}

/** Builds the app of a checkout like `pnpm build`. */
export async function build(scope: Scope, folder: string): Promise<void> {
  let output = ''
  const onOutput = (text: string) => {
    output += text
  }
  const args = ['--import', 'tsx', 'packages/server/src/build.ts']
  const group = await scope.acquire(
    () => startGroup(process.execPath, args, { cwd: folder, env: cleanEnvironment(), onOutput }),
    (started) => started.stop(),
  )
  if ((await group.exited) !== 0) throw new Refusal(`The build fails.\n${output.slice(-4000)}`)
}
