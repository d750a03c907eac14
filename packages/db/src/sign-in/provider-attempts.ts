import { and, eq, gt, sql } from 'drizzle-orm'
import { database, type Transaction } from '../connection/client'
import { verification } from '../accounts/table'

// A browser that was sent to a provider. The value does not begin with the user's ID, so it doesn't count as one of their
// mailed links.

const PREFIX = 'provider:'

const isOpen = (identifier: string) =>
  and(
    eq(verification.identifier, identifier),
    sql`starts_with(${verification.value}, ${PREFIX})`,
    gt(verification.expiresAt, sql`now()`),
  )

/**
 * Stores an attempt with a lifetime in seconds.
 * @param about JSON without secrets
 */
export async function keepAttempt(
  identifier: string,
  about: string,
  { lifetime }: { lifetime: number },
): Promise<void> {
  await database()
    .insert(verification)
    .values({
      identifier,
      value: `${PREFIX}${about}`,
      expiresAt: sql`now() + make_interval(secs => ${lifetime})`,
    })
}

/** Returns what an open attempt is about. */
export async function readAttempt(identifier: string): Promise<string | undefined> {
  const [found] = await database()
    .select({ value: verification.value })
    .from(verification)
    .where(isOpen(identifier))
  return found?.value.slice(PREFIX.length)
}

/** Like `readAttempt`, but also ends the attempt. Only one of several parallel calls finds it. */
export async function takeAttempt(
  identifier: string,
  db: Pick<Transaction, 'delete'> = database(),
): Promise<string | undefined> {
  const [taken] = await db.delete(verification).where(isOpen(identifier)).returning()
  return taken?.value.slice(PREFIX.length)
}
