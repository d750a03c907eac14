import { existsSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { startGroup } from '@kit/launcher/process-group'
import type { Scope } from '@kit/launcher/scope'
import { cleanEnvironment } from '@kit/launcher/settings'
import { Refusal } from '@kit/server/refusal'

export const isBuilt = (app: string) => existsSync(join(app, '.next/BUILD_ID'))

/**
 * Makes a clean production build.
 * @returns seconds
 * @throws Refusal with what the build wrote when it fails
 */
export async function coldBuild(scope: Scope, app: string): Promise<number> {
  rmSync(join(app, '.next'), { recursive: true, force: true })
  const next = createRequire(join(app, 'package.json')).resolve('next/dist/bin/next')
  const env = cleanEnvironment({ NODE_ENV: 'production' })
  let output = ''
  const onOutput = (text: string) => {
    output += text
  }
  const start = performance.now()
  const group = await scope.acquire(
    () => startGroup(process.execPath, [next, 'build'], { cwd: app, env, onOutput }),
    (started) => started.stop(),
  )
  const code = await group.exited
  const seconds = (performance.now() - start) / 1000
  await group.stop()
  if (code !== 0) throw new Refusal(`The build of ${app} fails.\n${output}`)
  return seconds
}
