import type { WorkerConnections } from '@kit/db/connection/worker-connections'
import { purgeExpired } from '@kit/db/mail/purge'
import { env } from '@kit/env'
import { logger } from '@kit/log/logger'

/** Rounds of at most 1000 rows per table, so one process doesn't run forever. */
const ROUNDS = 100

/** Removes expired rows in short transactions, until none is left. */
export async function removeExpired({ run }: Pick<WorkerConnections, 'run'>): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) {
    const removed = await run((db) => purgeExpired(db, env().AUDIT_RETENTION_DAYS))
    const sum = Object.values(removed).reduce((total, rows) => total + rows, 0)
    if (sum === 0) return
    logger.info({ removed }, 'expired rows were removed')
  }
}
