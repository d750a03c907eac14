import { sql } from 'drizzle-orm'
import { database } from '../connection/client'

/**
 * Spends a captcha solution. Only one of several parallel calls with the same solution succeeds. The worker removes expired
 * rows.
 * @param id unique per solution
 * @returns false when it is spent or expired
 */
export async function spendCaptcha(id: string, expiresAt: Date): Promise<boolean> {
  const end = sql`${expiresAt.toISOString()}::timestamptz`
  // By the database's clock: with a slow app clock, a solution whose row is already removed could pass again. The worker
  // keeps rows an extra hour, because a statement that started in time may insert late.
  const [row] = await database().execute<{ spent: boolean }>(sql`
    WITH spent AS (
      INSERT INTO captcha_spent (id, expires_at) SELECT ${id}, ${end} WHERE ${end} > now()
      ON CONFLICT (id) DO NOTHING RETURNING 1
    )
    SELECT EXISTS (SELECT FROM spent) AS spent`)
  return row?.spent === true
}
