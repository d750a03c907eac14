import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { bundleInto } from './bundle'
import { root } from './paths'

const web = join(root, 'apps/web')
const standalone = join(web, '.next/standalone')

/**
 * `pnpm build:standalone`: builds the app into `apps/web/.next/standalone`, a folder that runs with nothing but Node. Next
 * puts the server and the dependencies that it uses there; this adds the browser's files, the migrations and our commands.
 */
async function buildStandalone(): Promise<void> {
  const build = join(root, 'packages/server/src/build.ts')
  execFileSync(process.execPath, ['--import', 'tsx', build], {
    cwd: root,
    env: { ...process.env, BUILD_STANDALONE: 'on' },
    stdio: 'inherit',
  })
  const copied = ['apps/web/.next/static', 'apps/web/public', 'packages/db/drizzle']
  for (const path of copied) {
    if (existsSync(join(root, path))) cpSync(join(root, path), join(standalone, path), { recursive: true })
  }
  // Next also copies the sources of the control group, because the lab reads them in development.
  rmSync(join(standalone, 'apps/unguarded'), { recursive: true, force: true })
  await bundleInto(standalone)
}

await buildStandalone()
