import { env } from '@kit/env'
import { exporting } from '@kit/telemetry/exporting'
import { startExport } from '@kit/telemetry/start-export'
import { assertDatabase } from './assert-database'
import { onPackageRunnerGone } from './package-runner'
import { failureText, orRefuse } from './refusal'
import { loadDotenv } from './settings'

/** Milliseconds to send the last metrics. */
const EXPORT_DEADLINE = 3000

/** `pnpm worker`: sends queued mail and removes what has expired, in its own process. Works as PID 1. */
async function work(): Promise<void> {
  loadDotenv()
  Object.assign(process.env, { NODE_ENV: 'production' })
  const { DATABASE_URL, OTEL_EXPORTER_OTLP_ENDPOINT: endpoint } = await orRefuse(env)
  await assertDatabase(DATABASE_URL)
  if (endpoint) startExport(endpoint)
  // Not earlier: React chooses its build by NODE_ENV when it is loaded.
  const { startWorker } = await import('@kit/jobs/worker')
  const worker = startWorker()
  const stop = () => void end(worker).finally(() => process.exit(0))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop)
  onPackageRunnerGone(stop)
  process.stdout.write('The worker is running.\n')
}

async function end(worker: { stop: () => Promise<void> }): Promise<void> {
  await worker.stop()
  await exporting()?.stop(EXPORT_DEADLINE)
}

try {
  await work()
} catch (error) {
  process.stderr.write(`${failureText(error)}\n`)
  process.exit(1)
}
