import { inArray, lt, sql } from 'drizzle-orm'
import type { Transaction } from '../connection/client'
import { answeredChallenge } from './table'

/** How many expired rows each answer removes. Each answer adds one row, so this keeps up. */
const REMOVED_AT_ONCE = 20

/** Minutes that a row is kept after its challenge expires, because the app's clock decides expiry and may be slow. */
const CLOCK_MARGIN = 60

/** Uses up a challenge. Only one of several parallel calls with the same challenge gets true. */
export async function takeAnswer(
  transaction: Transaction,
  { id, expiresAt }: { id: string; expiresAt: Date },
): Promise<boolean> {
  const expired = transaction
    .select({ id: answeredChallenge.id })
    .from(answeredChallenge)
    .where(lt(answeredChallenge.expiresAt, sql`now() - make_interval(mins => ${CLOCK_MARGIN})`))
    .limit(REMOVED_AT_ONCE)
    .for('update', { skipLocked: true })
  await transaction.delete(answeredChallenge).where(inArray(answeredChallenge.id, expired))
  const taken = await transaction
    .insert(answeredChallenge)
    .values({ id, expiresAt })
    .onConflictDoNothing()
    .returning({ id: answeredChallenge.id })
  return taken.length > 0
}
