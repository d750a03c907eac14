import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { parseEnv } from '@kit/env'
import { assertDatabase } from './assert-database'
import { onPackageRunnerGone } from './package-runner'
import { readBuild } from './build-output'
import { root } from './paths'
import { assertOwnHost, assertPortFree } from './ports'
import { failureText, orRefuse } from './refusal'
import { loadDotenv, portSetting, setting } from './settings'

const web = join(root, 'apps/web')

/** `pnpm start`: checks the settings and the database, then runs the production build. */
async function start(): Promise<void> {
  loadDotenv()
  const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' }
  const { DATABASE_URL } = await orRefuse(() => parseEnv(env))
  // Loopback by default: a proxy that terminates HTTPS belongs in front.
  const host = setting('HOST') ?? 'localhost'
  await assertOwnHost(host)
  await assertDatabase(DATABASE_URL)
  const { deploymentId } = readBuild(web)
  const port = portSetting('PORT', 3000)
  await assertPortFree(port, 'PORT')
  // Next reads the deployment ID again when it starts, and compares it with what pages send.
  const build = deploymentId ? { NEXT_DEPLOYMENT_ID: deploymentId } : {}
  runNext(nextCommand(host, port), { ...env, ...build, HOSTNAME: host, PORT: String(port) })
}

/**
 * How much the heap may grow, in percent of what is in use, until Node collects it. With much memory Node waits until it has
 * grown several times, and the process keeps those pages (docs/benchmarks.md). NODE_OPTIONS doesn't accept this.
 */
const HEAP_GROWTH = '--heap-growing-percent=80'

/** The server of a standalone build, which reads HOSTNAME and PORT, or `next start`. */
function nextCommand(host: string, port: number): string[] {
  const standalone = join(web, 'server.js')
  if (existsSync(standalone)) return [standalone]
  const next = createRequire(join(web, 'package.json')).resolve('next/dist/bin/next')
  return [next, 'start', '--hostname', host, '--port', String(port)]
}

/** Runs Next as a child, passes signals on and exits with its code. Works as PID 1. */
function runNext(command: string[], env: NodeJS.ProcessEnv): void {
  // `localhost` has two IP addresses, and their order differs by machine; people also type 127.0.0.1.
  const NODE_OPTIONS = `${env.NODE_OPTIONS ?? ''} --dns-result-order=ipv4first`.trim()
  const child = spawn(process.execPath, [HEAP_GROWTH, ...command], {
    cwd: web,
    // The app itself shuts down gracefully (apps/web/src/lib/lifecycle).
    env: { ...env, NODE_OPTIONS, NEXT_MANUAL_SIG_HANDLE: 'true' },
    stdio: 'inherit',
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
  onPackageRunnerGone(() => child.kill('SIGTERM'))
  child.on('error', fail)
  child.on('exit', (code) => process.exit(code ?? 1))
}

function fail(error: unknown): never {
  process.stderr.write(`${failureText(error)}\n`)
  process.exit(1)
}

await start().catch(fail)
