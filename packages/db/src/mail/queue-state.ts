import { sql } from 'drizzle-orm'
import type { WorkerDb } from '../connection/worker-connections'

export interface QueueState {
  waiting: number
  /** Waiting emails that could not be sent at least once. */
  retried: number
  /** Seconds since the oldest waiting email was queued. */
  oldest: number
  /** Emails given up in the last 24 hours. */
  failed: number
}

/** Reads how the queue is doing, from its partial indexes. */
export async function readQueueState(db: WorkerDb): Promise<QueueState> {
  const [state] = await db.execute<{ [Name in keyof QueueState]: number }>(sql`
    SELECT count(*)::int AS waiting, (count(*) FILTER (WHERE attempts > 0))::int AS retried,
      coalesce(extract(epoch FROM now() - min(created_at)), 0)::float8 AS oldest,
      (SELECT count(*)::int FROM mail WHERE status = 'failed' AND settled_at > now() - interval '24 hours') AS failed
    FROM mail WHERE status = 'waiting'`)
  if (!state) throw new Error('The database returned no state of the queue.')
  return { ...state }
}
