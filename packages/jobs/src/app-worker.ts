import { env } from '@kit/env'
import { startWorker, type Worker } from './worker'

// On globalThis, because a development server may load this module again.
const shared: typeof globalThis & { gatehouseWorker?: Worker } = globalThis

/** Starts the worker in this process, once, unless WORKER_IN_APP is off. */
export function startAppWorker(): void {
  if (env().WORKER_IN_APP === 'on') shared.gatehouseWorker ??= startWorker()
}

export async function stopAppWorker(): Promise<void> {
  await shared.gatehouseWorker?.stop()
}
