import { sql } from 'drizzle-orm'
import { database, type Transaction } from '../connection/client'

/** Tells the triggers that write audit events who does what in this transaction. */
export async function attribute(
  transaction: Transaction,
  { userId, action, requestId }: { userId: string; action: string; requestId: string },
): Promise<void> {
  await transaction.execute(sql`
    SELECT set_config('app.user_id', ${userId}, true),
      set_config('app.action', ${action}, true),
      set_config('app.request_id', ${requestId}, true)`)
}

/** Runs work outside of any organization in its own transaction, attributed to this user and action. */
export async function attributed<T>(
  author: Parameters<typeof attribute>[1],
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  return database().transaction(async (transaction) => {
    await attribute(transaction, author)
    return work(transaction)
  })
}
