import { stopAppWorker } from '@kit/jobs/app-worker'
import { endConnections } from '@kit/db/connection/end-connections'
import { closeLimits } from '@kit/rate-limit/check-limit'

import { stopOnSignal } from './stop-on-signal'

/** Milliseconds: two checks of a load balancer that asks every two seconds. */
const DRAIN = 4000
/** Milliseconds: longer than a statement may take, shorter than the 30 seconds after which hosts kill. */
const DEADLINE = 20_000

/** Lets this process end by a signal without cutting anything off. */
export function stopWithProcess(): void {
  stopOnSignal({
    drain: DRAIN,
    deadline: DEADLINE,
    close: () => Promise.all([stopAppWorker(), endConnections(), closeLimits()]),
  })
}
