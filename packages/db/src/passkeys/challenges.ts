import { inArray, lt, sql } from 'drizzle-orm'
import type { Transaction } from '../connection/client'
import { answeredChallenge } from './table'

/** Expired rows that one answer removes. Each adds one, so this keeps up. */
const REMOVED_AT_ONCE = 20

/** Minutes that a row outlives its challenge: the app's clock, which judges the challenge, may be slow. */
const CLOCK_MARGIN = 60

/** Uses up a challenge. Of parallel calls with the same one, one gets true. */
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
