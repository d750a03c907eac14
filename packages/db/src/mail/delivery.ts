import { and, eq, sql } from 'drizzle-orm'
import type { WorkerDb } from '../connection/worker-connections'
import { mail } from './table'
import { LEASE, retryDelay } from './values'

/** An email that this worker sends. */
export interface ClaimedMail {
  id: string
  sealed: string
  /** How many times a worker has tried, including this one. */
  attempts: number
  createdAt: Date
  isExpired: boolean
}

/**
 * Claims an email that is due, for `LEASE` seconds. Parallel calls each get a different one. If a worker dies, its email is
 * due again when the lease ends.
 */
export async function claimMail(db: WorkerDb): Promise<ClaimedMail | undefined> {
  // Stored times are rounded to milliseconds, so the newest could be ahead of now().
  const due = sql`(SELECT id FROM mail WHERE status = 'waiting' AND due_at <= now() + interval '1 millisecond'
    ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)`
  const [claimed] = await db
    .update(mail)
    .set({ attempts: sql`${mail.attempts} + 1`, dueAt: sql`now() + make_interval(secs => ${LEASE})` })
    .where(eq(mail.id, due))
    .returning({
      id: mail.id,
      sealed: mail.sealed,
      attempts: mail.attempts,
      createdAt: mail.createdAt,
      isExpired: sql<boolean>`${mail.expiresAt} <= now()`,
    })
  if (!claimed) return undefined
  const { sealed, ...rest } = claimed
  if (sealed === null) throw new Error('A queued email has no content.')
  return { ...rest, sealed }
}

/** Records that a mail server accepted the email, and erases its content. */
export async function settleSent(db: WorkerDb, claimed: ClaimedMail): Promise<void> {
  await db
    .update(mail)
    .set({ status: 'sent', sealed: null, fault: null, settledAt: sql`now()` })
    .where(stillOurs(claimed))
}

/** Gives up on the email and erases its content. */
export async function settleFailed(db: WorkerDb, claimed: ClaimedMail, fault: string): Promise<void> {
  await db
    .update(mail)
    .set({ status: 'failed', sealed: null, fault, settledAt: sql`now()` })
    .where(stillOurs(claimed))
}

/** Schedules the next attempt. */
export async function postpone(db: WorkerDb, claimed: ClaimedMail, fault: string): Promise<void> {
  await db
    .update(mail)
    .set({ fault, dueAt: sql`now() + make_interval(secs => ${retryDelay(claimed.attempts)})` })
    .where(stillOurs(claimed))
}

/** A worker that was stopped for longer than its lease must not overwrite what another one did. */
function stillOurs({ id, attempts }: ClaimedMail) {
  return and(eq(mail.id, id), eq(mail.attempts, attempts), eq(mail.status, 'waiting'))
}
