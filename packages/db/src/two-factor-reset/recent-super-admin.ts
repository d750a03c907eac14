import { and, eq, gt, sql } from 'drizzle-orm'
import { auditEvent } from '../activity/table'
import { ConflictError } from '../connection/conflict-error'
import type { Transaction } from '../connection/client'

/**
 * Checks that someone wasn't made a super-admin in the last day. Otherwise one super-admin could make another account a
 * super-admin and play both parts.
 * @throws ConflictError RECENT_SUPER_ADMIN
 */
export async function assertNotRecent(transaction: Transaction, adminId: string): Promise<void> {
  const [made] = await transaction
    .select({ id: auditEvent.id })
    .from(auditEvent)
    .where(
      and(
        eq(auditEvent.targetType, 'user'),
        eq(auditEvent.targetId, adminId),
        gt(auditEvent.createdAt, sql`now() - interval '1 day'`),
        sql`${auditEvent.changes} #>> '{role,new}' = 'super-admin'`,
      ),
    )
    .limit(1)
  if (made) throw new ConflictError('RECENT_SUPER_ADMIN')
}
