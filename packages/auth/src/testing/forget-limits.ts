import { sql } from 'drizzle-orm'
import { database } from '@kit/db/connection/client'

/** Resets every limit, so the tests of a file don't share them. */
export async function forgetLimits(): Promise<void> {
  await database().execute(sql`DELETE FROM rate_limit`)
}
