import 'server-only'
import { assertMigrated } from '@kit/db/connection/role-check'
import { env } from '@kit/env'
import { describeError } from '@kit/log/describe-error'
import { logger } from '@kit/log/logger'
import { within } from '@kit/rate-limit/within'

import { isStopping } from './stopping'

/** Milliseconds: a database that takes longer counts as unreachable. */
const DEADLINE = 3000

/** Milliseconds for which one check is reused, so anonymous requests don't load the database. */
const LIFETIME = 1000

let last: { until: number; check: Promise<boolean> } | undefined

/** Whether this process can serve. Uses its own connection, because a full pool doesn't mean that the process can't serve. */
export async function isReady(now = Date.now()): Promise<boolean> {
  if (isStopping()) return false
  if (!last || now >= last.until) last = { until: now + LIFETIME, check: check() }
  return last.check
}

async function check(): Promise<boolean> {
  try {
    await within(DEADLINE, assertMigrated(env().DATABASE_URL))
    return true
  } catch (error) {
    logger.error({ error: describeError(error) }, 'not ready')
    return false
  }
}
