import 'server-only'

import { callerIp } from '@kit/rate-limit/ip/caller-ip'
import { env } from '@kit/env'
import { logger } from '@kit/log/logger'
import { count } from '@kit/telemetry/count'

import { ReadWindow } from './read-window'

const calls = new ReadWindow()

/**
 * Counts one call to an action that this build doesn't have, by its caller's IP. Separate from pages, so old tabs don't
 * use up what people may open. A flood is counted as a limit that was hit, not as attacks.
 * @returns 0, or the seconds to wait when it is over the limit
 */
export function countUnknownCall(headers: Headers): number {
  const { PAGE_READS_PER_MINUTE: limit } = env()
  const noteFlood = () => logger.warn({ limit }, 'too many calls to unknown actions')
  const wait = calls.take(callerIp(headers), limit, Date.now(), noteFlood)
  if (wait > 0) count('gatehouse.rate_limit_hits', { policy: 'unknownAction.ip' })
  return wait
}
