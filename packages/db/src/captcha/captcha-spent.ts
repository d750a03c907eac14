import { sql } from 'drizzle-orm'
import { database } from '../connection/client'

/** Rows that one call removes. It adds one at most, so this keeps ahead of them. */
const SWEEP_ROWS = 10

/**
 * Takes a proof for used; of several calls at once with the same one, one is told so.
 * @param id what tells the proof apart from every other
 * @returns false when it was used before, or its time is over
 */
export async function spendCaptcha(id: string, expiresAt: Date): Promise<boolean> {
  const end = sql`${expiresAt.toISOString()}::timestamptz`
  // The database's own clock decides, or a proof whose row is swept already could pass where the app's clock is behind.
  // Rows stay an hour longer than they are needed: a statement that began in time may come to its insert late.
  const [row] = await database().execute<{ spent: boolean }>(sql`
    WITH spent AS (
      INSERT INTO captcha_spent (id, expires_at) SELECT ${id}, ${end} WHERE ${end} > now()
      ON CONFLICT (id) DO NOTHING RETURNING 1
    ), swept AS (
      DELETE FROM captcha_spent WHERE id IN (
        SELECT id FROM captcha_spent WHERE expires_at < now() - interval '1 hour'
        ORDER BY expires_at LIMIT ${SWEEP_ROWS} FOR UPDATE SKIP LOCKED))
    SELECT EXISTS (SELECT FROM spent) AS spent`)
  return row?.spent === true
}
