import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { actionKey } from '@kit/env/action-key'
import { signDeploymentId } from '@kit/env/deployment-id'
import { root } from './paths'
import { failureText, orRefuse } from './refusal'
import { loadDotenv, setting } from './settings'

const web = join(root, 'apps/web')

/** `pnpm build`: makes the production build with the same settings that `pnpm start` reads. */
async function build(): Promise<void> {
  loadDotenv()
  const key = await orRefuse(() => actionKey(process.env))
  const env = {
    ...process.env,
    NODE_ENV: 'production' as const,
    NEXT_TELEMETRY_DISABLED: '1',
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key,
    // A host with its own deployments sets it.
    NEXT_DEPLOYMENT_ID: setting('NEXT_DEPLOYMENT_ID') ?? signDeploymentId(key, new Date()),
  }
  const next = createRequire(join(web, 'package.json')).resolve('next/dist/bin/next')
  const child = spawn(process.execPath, [next, 'build'], { cwd: web, env, stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
  child.on('error', fail)
  child.on('exit', (code) => process.exit(code ?? 1))
}

function fail(error: unknown): never {
  process.stderr.write(`${failureText(error)}\n`)
  process.exit(1)
}

await build().catch(fail)
