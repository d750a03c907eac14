import { and, eq, gt, sql } from 'drizzle-orm'
import { database, type Transaction } from '../connection/client'
import { verification } from '../accounts/table'

// Links that report a sign-in. Their value does not begin with the user's ID, so a password change does not revoke them:
// a thief who signed in could change the password, and the owner needs the link then.

const valueOf = ({ userId, email }: SignInReport) => `sign-in:${userId}:${email}`

export interface SignInReport {
  userId: string
  /** Where the link was sent. */
  email: string
}

/** Stores a link with a lifetime in seconds. */
export async function keepSignInLink(
  transaction: Transaction,
  report: SignInReport,
  { identifier, lifetime }: { identifier: string; lifetime: number },
): Promise<void> {
  await transaction.insert(verification).values({
    identifier,
    value: valueOf(report),
    expiresAt: sql`now() + make_interval(secs => ${lifetime})`,
  })
}

/** Returns what a link is about and when it was mailed, without spending it, or undefined if it is spent or has expired. */
export async function readSignInLink(
  identifier: string,
): Promise<(SignInReport & { mailedAt: Date }) | undefined> {
  const [link] = await database()
    .select({ value: verification.value, mailedAt: verification.createdAt })
    .from(verification)
    .where(and(eq(verification.identifier, identifier), gt(verification.expiresAt, sql`now()`)))
  const [, userId, email] = /^sign-in:([0-9a-f-]{36}):(.+)$/.exec(link?.value ?? '') ?? []
  return link && userId && email ? { userId, email, mailedAt: link.mailedAt } : undefined
}

/**
 * Spends a link, and all other links of the same person. Lock the user first.
 * @returns false if it has been used in the meantime
 */
export async function takeSignInLink(
  transaction: Transaction,
  identifier: string,
  { userId }: SignInReport,
): Promise<boolean> {
  const links = await dropSignInLinks(transaction, userId)
  return links.some((link) => link.identifier === identifier)
}

/** Revokes a user's links. */
export async function dropSignInLinks(
  transaction: Transaction,
  userId: string,
): Promise<{ identifier: string }[]> {
  return transaction
    .delete(verification)
    .where(sql`starts_with(${verification.value}, ${`sign-in:${userId}:`})`)
    .returning({ identifier: verification.identifier })
}
