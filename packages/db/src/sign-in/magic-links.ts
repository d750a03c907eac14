import { and, eq, gt, sql } from 'drizzle-orm'
import { database, type Transaction } from '../connection/client'
import { user, verification } from '../accounts/table'

// The value begins with the user's ID, so revoking a user's mailed links revokes these too. It ends with where to go after
// sign-in, which is not in the mail: otherwise, people who request a link could choose words that we send to someone else.

const ABOUT = 'magic-link'

const valueOf = (userId: string, next = '') => `${userId}:${ABOUT}:${next}`

export interface MagicLink {
  id: string
  email: string
  /** Where to go after sign-in. Anyone may have chosen it. */
  next: string
}

/** Stores a link with a lifetime in seconds and ends the user's earlier one. Lock the user first. */
export async function keepMagicLink(
  transaction: Transaction,
  userId: string,
  { identifier, lifetime, next }: { identifier: string; lifetime: number; next?: string | undefined },
): Promise<void> {
  await transaction.delete(verification).where(sql`starts_with(${verification.value}, ${valueOf(userId)})`)
  const expiresAt = sql`now() + make_interval(secs => ${lifetime})`
  await transaction.insert(verification).values({ identifier, value: valueOf(userId, next), expiresAt })
}

/** Returns the user that a link signs in, without using it up. */
export async function readMagicLink(identifier: string): Promise<MagicLink | undefined> {
  const [link] = await database()
    .select({ value: verification.value })
    .from(verification)
    .where(isOpen(identifier))
  const [, id, next = ''] = /^([0-9a-f-]{36}):magic-link:(.*)$/s.exec(link?.value ?? '') ?? []
  if (!id) return undefined
  const [owner] = await database()
    .select({ id: user.id, email: user.email })
    .from(user)
    .where(eq(user.id, id))
  return owner && { ...owner, next }
}

/** Uses up a link. Only one of several parallel calls gets true. */
export async function takeMagicLink(
  transaction: Transaction,
  userId: string,
  identifier: string,
): Promise<boolean> {
  const taken = await transaction
    .delete(verification)
    .where(and(isOpen(identifier), sql`starts_with(${verification.value}, ${valueOf(userId)})`))
    .returning({ id: verification.id })
  return taken.length > 0
}

function isOpen(identifier: string) {
  return and(eq(verification.identifier, identifier), gt(verification.expiresAt, sql`now()`))
}
