import { sql } from 'drizzle-orm'
import { database, type Transaction } from '../connection/client'
import { mail } from './table'

/** A mail as the database stores it. */
export interface SealedMail {
  id: string
  sealed: string
  /** Seconds until sending it is of no more use. */
  lifetime: number
}

/** Queues mail in the caller's transaction, with one statement. It is sent after the commit. */
export async function insertMail(db: Transaction, mails: SealedMail[]): Promise<void> {
  await db.insert(mail).values(mails.map(rowOf))
}

/** Queues mail that no other change causes. */
export async function insertMailAlone(sealedMail: SealedMail): Promise<void> {
  await database().insert(mail).values(rowOf(sealedMail))
}

/** Queues the mail of an invitation, which replaces an earlier one. */
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
