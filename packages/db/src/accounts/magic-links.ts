import { and, eq, gt, sql } from 'drizzle-orm'
import { database, type Transaction } from '../connection/client'
import { user, verification } from './table'

// The value begins with the user's ID, so revoking a user's mailed links revokes these too.

const ABOUT = 'magic-link'

const valueOf = sql`${user.id} || ${`:${ABOUT}`}`

/** Stores a link with a lifetime in seconds and ends the user's earlier one. Lock the user first. */
export async function keepMagicLink(
  transaction: Transaction,
  userId: string,
  { identifier, lifetime }: { identifier: string; lifetime: number },
): Promise<void> {
  const value = `${userId}:${ABOUT}`
  await transaction.delete(verification).where(eq(verification.value, value))
  const expiresAt = sql`now() + make_interval(secs => ${lifetime})`
  await transaction.insert(verification).values({ identifier, value, expiresAt })
}

/** Returns the user that a link signs in, without using it up. */
export async function readMagicLink(identifier: string): Promise<{ id: string; email: string } | undefined> {
  const [owner] = await database()
    .select({ id: user.id, email: user.email })
    .from(verification)
    .innerJoin(user, eq(verification.value, valueOf))
    .where(isOpen(identifier))
  return owner
}

/** Uses up a link. Of parallel calls, only one gets true. */
export async function takeMagicLink(
  transaction: Transaction,
  userId: string,
  identifier: string,
): Promise<boolean> {
  const taken = await transaction
    .delete(verification)
    .where(and(isOpen(identifier), eq(verification.value, `${userId}:${ABOUT}`)))
    .returning({ id: verification.id })
  return taken.length > 0
}

function isOpen(identifier: string) {
  return and(eq(verification.identifier, identifier), gt(verification.expiresAt, sql`now()`))
}
