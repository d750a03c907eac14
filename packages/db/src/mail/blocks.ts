import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { database, type Transaction } from '../connection/client'
import { mailBlock } from './table'

/** A mailbox, as hashes made with the current and previous secrets, and who caused an email to it. */
export interface Blockable {
  mailboxHashes: readonly [current: string, ...previous: string[]]
  /** Undefined for a signed-out caller. */
  senderId: string | undefined
}

/** Whether the mailbox blocks all email, or this sender's. */
export async function isMailBlocked(
  blockable: Blockable,
  db: Pick<Transaction, 'select'> = database(),
): Promise<boolean> {
  const found = await db.select({ id: mailBlock.id }).from(mailBlock).where(matching(blockable)).limit(1)
  return found.length > 0
}

/**
 * Blocks a sender's email, or everyone's if no sender is given. Does nothing if it is blocked already or the sender no longer
 * exists.
 */
export async function blockMail({ mailboxHashes: [hash], senderId }: Blockable): Promise<void> {
  const sender = sql`${senderId ?? null}::uuid`
  await database().execute(sql`
    INSERT INTO ${mailBlock} (mailbox_hash, sender_id)
    SELECT ${hash}, ${sender}
    WHERE ${sender} IS NULL OR EXISTS (SELECT FROM "user" WHERE id = ${sender})
    ON CONFLICT DO NOTHING`)
}

/** Removes every block that applies to this email. */
export async function unblockMail(blockable: Blockable): Promise<void> {
  await database().delete(mailBlock).where(matching(blockable))
}

function matching({ mailboxHashes, senderId }: Blockable) {
  const everything = isNull(mailBlock.senderId)
  return and(
    inArray(mailBlock.mailboxHash, [...mailboxHashes]),
    senderId ? or(everything, eq(mailBlock.senderId, senderId)) : everything,
  )
}
