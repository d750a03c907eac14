import { sql } from 'drizzle-orm'
import { violatedConstraint } from '../connection/database-error'
import { database, type Transaction } from '../connection/client'
import { mail } from './table'

/** An email as the database stores it. */
export interface SealedMail {
  id: string
  sealed: string
  /** Seconds until it is no longer worth sending. */
  lifetime: number
}

/** Queues mail in the caller's transaction, with one statement. It is sent after the commit. */
export async function insertMail(db: Transaction, mails: SealedMail[]): Promise<void> {
  await db.insert(mail).values(mails.map(rowOf))
}

/** Queues mail that isn't caused by another change, unless a queued one has its ID. */
export async function insertMailAlone(sealedMail: SealedMail): Promise<void> {
  try {
    await database().insert(mail).values(rowOf(sealedMail))
  } catch (error) {
    // ON CONFLICT would need the right to read the queue.
    if (violatedConstraint(error) !== 'mail_pkey') throw error
  }
}

/** Queues an invitation's email, which replaces an earlier one. */
export async function insertInvitationMail(
  db: Transaction,
  invitationId: string,
  sealedMail: SealedMail,
): Promise<void> {
  await db
    .insert(mail)
    .values({ ...rowOf(sealedMail), invitationId })
    .onConflictDoUpdate({
      target: mail.invitationId,
      set: {
        id: sealedMail.id,
        sealed: sealedMail.sealed,
        status: 'waiting',
        attempts: 0,
        dueAt: sql`now()`,
        expiresAt: expiry(sealedMail),
        fault: null,
        createdAt: sql`now()`,
        settledAt: null,
      },
    })
}

function rowOf({ id, sealed, lifetime }: SealedMail) {
  return { id, sealed, expiresAt: expiry({ lifetime }) }
}

function expiry({ lifetime }: Pick<SealedMail, 'lifetime'>) {
  return sql`now() + make_interval(secs => ${lifetime})`
}
