import type postgres from 'postgres'

/** Counted rather than timed: each look asks the database, so a slow machine gets more time. */
const MOST_LOOKS = 1000

/**
 * Waits until the app has tried to send every queued email, because mail goes out after the reply.
 * @throws if it sends none
 */
export async function untilMailed(sql: postgres.Sql): Promise<void> {
  for (let look = 1; look <= MOST_LOOKS; look += 1) {
    const waiting = await sql`SELECT FROM mail WHERE status = 'waiting' AND fault IS NULL LIMIT 1`
    if (waiting.length === 0) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('The app does not send its mail.')
}
