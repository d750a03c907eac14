import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '@kit/embedded-postgres/free-port'
import { freshCopy } from '@kit/launcher/fresh-copy'
import { startNext } from '@kit/launcher/next'
import { pnpmCommand } from '@kit/launcher/pnpm-command'
import { startGroup } from '@kit/launcher/process-group'
import type { ProcessGroup } from '@kit/launcher/process-group'
import { progress } from '@kit/launcher/progress'
import type { Scope } from '@kit/launcher/scope'
import { cleanEnvironment } from '@kit/launcher/settings'
import { Refusal } from '@kit/server/refusal'
import { budget } from '../budget'
import type { Measurement } from './measurement'

const POLL_MS = 50

/**
 * The time from `pnpm dev` to the sign-in page, in an installed copy that has never run, as a ratio to `next dev` and the bare
 * page.
 */
export const dev: Measurement = async ({ scope }) => {
  const copy = await scope.acquire(freshCopy, (made) => made.remove())
  const { folder } = copy
  await progress('Installing a fresh copy', async () => {
    const [command, args] = pnpmCommand('install', '--offline')
    execFileSync(command, args, { cwd: folder, env: outside(), stdio: 'ignore' })
  })
  const app = join(folder, 'proof/bench/baseline')
  const baseline = await progress('Starting the baseline in development', async () => {
    const port = await freePort()
    const env = cleanEnvironment({ DATABASE_URL: 'postgres://127.0.0.1:1/none' })
    const start = () => startNext('dev', { app, host: 'localhost', port, env, onOutput: () => {} })
    return secondsUntil(scope, start, `http://localhost:${port}/`, 'Bare page')
  })
  const product = await progress('Starting the product in development', async () => {
    const port = await freePort()
    const env = outside({
      PORT: String(port),
      MAILBOX_PORT: String(await freePort()),
      PROVIDER_PORT: String(await freePort()),
    })
    const [command, args] = pnpmCommand('dev')
    const start = () => startGroup(command, args, { cwd: folder, env, onOutput: () => {} })
    return secondsUntil(scope, start, `http://localhost:${port}/sign-in`, 'name="password"')
  })
  return [
    { label: 'cold pnpm dev to the sign-in page', values: [product / baseline], limit: budget.dev },
    { label: '  baseline', values: [baseline], unit: ' s' },
    { label: '  product', values: [product], unit: ' s' },
  ]
}

/** Removes the environment of the outer pnpm, because the copy has its own dependencies. */
function outside(settings: Record<string, string> = {}): NodeJS.ProcessEnv {
  return { ...cleanEnvironment(settings), pnpm_config_verify_deps_before_run: undefined }
}

/** @throws Refusal if the server exits first */
async function secondsUntil(
  scope: Scope,
  start: () => ProcessGroup,
  url: string,
  expected: string,
): Promise<number> {
  const began = performance.now()
  const group = await scope.acquire(start, (started) => started.stop())
  let ended = false
  void group.exited.then(() => (ended = true))
  while (!(await shows(url, expected))) {
    if (ended) throw new Refusal(`The server at ${url} ended.`)
    await sleep(POLL_MS)
  }
  const seconds = (performance.now() - began) / 1000
  await group.stop()
  return seconds
}

async function shows(url: string, expected: string): Promise<boolean> {
  const response = await fetch(url).catch(() => undefined)
  if (response?.status === 200) return (await response.text()).includes(expected)
  await response?.body?.cancel()
  return false
}
