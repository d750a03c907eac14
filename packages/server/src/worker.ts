import { env } from '@kit/env'
import { assertDatabase } from './assert-database'
import { onPackageRunnerGone } from './package-runner'
import { failureText, orRefuse } from './refusal'
import { loadDotenv } from './settings'

/** `pnpm worker`: sends queued mail and removes what has expired, in its own process. Works as PID 1. */
async function work(): Promise<void> {
  loadDotenv()
  Object.assign(process.env, { NODE_ENV: 'production' })
  const { DATABASE_URL } = await orRefuse(env)
  await assertDatabase(DATABASE_URL)
  // Not earlier: React chooses its build by NODE_ENV when it is loaded.
  const { startWorker } = await import('@kit/jobs/worker')
  const worker = startWorker()
  const stop = () => void worker.stop().finally(() => process.exit(0))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop)
  onPackageRunnerGone(stop)
  process.stdout.write('The worker is running.\n')
}

try {
  await work()
} catch (error) {
  process.stderr.write(`${failureText(error)}\n`)
  process.exit(1)
}
