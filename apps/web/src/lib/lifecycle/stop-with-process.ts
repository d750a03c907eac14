import { stopAppWorker } from '@kit/jobs/app-worker'
import { endConnections } from '@kit/db/connection/end-connections'
import { closeLimits } from '@kit/rate-limit/check-limit'
import { exporting } from '@kit/telemetry/exporting'

import { stopOnSignal } from './stop-on-signal'

/** Milliseconds: enough for two checks by a load balancer that checks every two seconds. */
const DRAIN = 4000
/** Milliseconds: longer than a statement may take, shorter than the 30 seconds after which hosts kill. */
const DEADLINE = 20_000
/** Milliseconds to send the last traces and metrics. */
const EXPORT_DEADLINE = 3000

/** Makes this process stop on a signal without cutting off requests. */
export function stopWithProcess(): void {
  stopOnSignal({
    drain: DRAIN,
    deadline: DEADLINE,
    close: () =>
      Promise.all([stopAppWorker(), endConnections(), closeLimits(), exporting()?.stop(EXPORT_DEADLINE)]),
  })
}
