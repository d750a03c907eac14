import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { startGroup } from '@kit/launcher/process-group'
import { progress } from '@kit/launcher/progress'
import { Refusal } from '@kit/server/refusal'
import type { Scope } from '@kit/launcher/scope'
import { cleanEnvironment } from '@kit/launcher/settings'
import type { Protection } from '../protections/protection'
import { scratch, writeScratch } from './scratch'

/** The app in the copy. */
export const scratchWeb = join(scratch, 'apps/web')

/**
 * Makes one production build in which every protection can be switched off. Reuses it if nothing has changed.
 * @throws Refusal with the build's output when it fails
 */
export async function buildOnce(scope: Scope, protections: readonly Protection[]): Promise<void> {
  const key = writeScratch(protections)
  const built = join(scratch, '../built')
  if (existsSync(built) && readFileSync(built, 'utf8') === key) return
  rmSync(built, { force: true })
  await progress('Building the app with a switch for each protection', async () => {
    let output = ''
    const next = createRequire(join(scratchWeb, 'package.json')).resolve('next/dist/bin/next')
    const env = cleanEnvironment({ NODE_ENV: 'production' })
    const onOutput = (text: string) => {
      output += text
    }
    const run = async (...args: string[]) => {
      const group = await scope.acquire(
        () => startGroup(process.execPath, args, { cwd: scratchWeb, env, onOutput }),
        (started) => started.stop(),
      )
      const code = await group.exited
      await group.stop()
      if (code !== 0) throw new Refusal(`The build failed.\n${output}`)
    }
    // The lab's action is attacked too and reads this.
    await run('--import', 'tsx', 'e2e/lab/write-lab-data.ts')
    await run(next, 'build')
  })
  writeFileSync(built, key)
}
