import { sql } from 'drizzle-orm'
import type { ColumnChange } from '../activity/table'
import type { Transaction } from '../connection/client'

/** Who changed their own account, with which action. */
export interface AccountChange {
  userId: string
  /** The action's name. */
  action: string
  requestId: string
}

/**
 * Records what a person changed about their own account, in the transaction of the change. Never pass a secret: super-admins
 * see the values.
 */
export async function recordAccountChange(
  transaction: Transaction,
  { userId, action, requestId }: AccountChange,
  changes: Record<string, ColumnChange>,
): Promise<void> {
  await transaction.execute(sql`
    SELECT record_account_change(${userId}::uuid, ${action}, ${requestId}, ${JSON.stringify(changes)}::text::jsonb)`)
}
