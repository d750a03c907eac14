import { turns } from '@kit/db/connection/turns'
import { recordSecurityEvent, type Refusal } from '@kit/db/activity/record-security-event'
import { within } from '@kit/rate-limit/within'

import { count } from '@kit/telemetry/count'
import { describeError } from '@kit/log/describe-error'
import { logger } from '@kit/log/logger'
import { RECORD_DEADLINE } from './record-deadline'

/** More refusals than this at one time are only logged, so they don't pile up while the database hangs. */
const MOST_WAITING = 100

/** A flood of refusals must leave the pool's connections to the calls that are allowed. */
const connections = turns(2, RECORD_DEADLINE)

let waiting = 0

/** Records a refusal, or logs that it could not. Never throws, and takes at most RECORD_DEADLINE. */
export async function recordRefusal(refusal: Refusal): Promise<void> {
  const { requestId, action, kind } = refusal
  count('gatehouse.refusals', { kind, action })
  try {
    if (waiting >= MOST_WAITING) throw new Error('Too many refusals are waiting for the database.')
    await within(RECORD_DEADLINE, counted(refusal))
  } catch (error) {
    logger.error({ requestId, action, kind, error: describeError(error) }, 'refusal could not be recorded')
  }
}

async function counted(refusal: Refusal): Promise<void> {
  waiting += 1
  try {
    await connections.run(() => recordSecurityEvent(refusal))
  } finally {
    waiting -= 1
  }
}
