import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { bundleInto } from './bundle'
import { root } from './paths'
import { loadDotenv } from './settings'

const web = join(root, 'apps/web')
const standalone = join(web, '.next/standalone')

/**
 * `pnpm build:standalone`: builds the app into `apps/web/.next/standalone`, a folder that runs with nothing but Node. Next
 * puts the server and the dependencies that it uses there; this adds the browser's files, the migrations and our commands.
 */
async function buildStandalone(): Promise<void> {
  loadDotenv()
  const next = createRequire(join(web, 'package.json')).resolve('next/dist/bin/next')
  execFileSync(process.execPath, [next, 'build'], {
    cwd: web,
    env: { ...process.env, BUILD_STANDALONE: 'on', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: 'inherit',
  })
  const copied = ['apps/web/.next/static', 'apps/web/public', 'packages/db/drizzle']
  for (const path of copied) {
    if (existsSync(join(root, path))) cpSync(join(root, path), join(standalone, path), { recursive: true })
  }
  // Next also takes the sources of the control group, because the lab reads them in development.
  rmSync(join(standalone, 'apps/unguarded'), { recursive: true, force: true })
  await bundleInto(standalone)
}

await buildStandalone()
