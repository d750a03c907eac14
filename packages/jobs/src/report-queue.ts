import type { WorkerConnections } from '@kit/db/connection/worker-connections'
import { readQueueState } from '@kit/db/mail/queue-state'
import { reportGauges } from '@kit/telemetry/gauges'

const names = [
  'gatehouse.mail.waiting',
  'gatehouse.mail.retried',
  'gatehouse.mail.oldest',
  'gatehouse.mail.failed',
] as const

/** Reports the mail queue to the collector, if there is one. Every worker reports the same, because they share the queue. */
export function reportQueue({ run }: Pick<WorkerConnections, 'run'>): () => void {
  return reportGauges(names, async () => {
    const { waiting, retried, oldest, failed } = await run(readQueueState)
    return {
      'gatehouse.mail.waiting': waiting,
      'gatehouse.mail.retried': retried,
      'gatehouse.mail.oldest': oldest,
      'gatehouse.mail.failed': failed,
    }
  })
}
