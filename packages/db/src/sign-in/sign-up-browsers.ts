import { and, eq, gt, sql } from 'drizzle-orm'
import { database, type Transaction } from '../connection/client'
import { user, verification } from '../accounts/table'

/** An account that was made in a browser, and whose email is not verified yet. */
export interface BegunSignUp {
  userId: string
  email: string
}

const valueOf = sql`'sign-up:' || ${user.id}`

const isOpen = (identifier: string) =>
  and(eq(verification.identifier, identifier), gt(verification.expiresAt, sql`now()`))

/**
 * Remembers which browser made the account. Stores nothing if there is no unverified user with this ID, as when the email
 * had an account before.
 * @param lifetime seconds
 */
export async function keepSignUpBrowser(
  db: Pick<Transaction, 'execute'>,
  { identifier, userId, lifetime }: { identifier: string; userId: string; lifetime: number },
): Promise<void> {
  await db.execute(sql`
    INSERT INTO verification (identifier, value, expires_at)
    SELECT ${identifier}, ${valueOf}, now() + make_interval(secs => ${lifetime})
    FROM ${user} WHERE ${user.id} = ${userId} AND NOT ${user.emailVerified}`)
}

/** Returns the sign-up that a browser started, or undefined if it is finished or has expired. */
export async function readSignUpBrowser(
  identifier: string,
  db: Pick<Transaction, 'select'> = database(),
): Promise<BegunSignUp | undefined> {
  const [begun] = await db
    .select({ userId: user.id, email: user.email })
    .from(verification)
    .innerJoin(user, eq(verification.value, valueOf))
    .where(and(isOpen(identifier), eq(user.emailVerified, false)))
  return begun
}

/** Like `readSignUpBrowser`, and spends the row. Only one of two parallel calls finds it. */
export async function takeSignUpBrowser(
  db: Pick<Transaction, 'select' | 'delete'>,
  identifier: string,
): Promise<BegunSignUp | undefined> {
  const begun = await readSignUpBrowser(identifier, db)
  const taken = await db.delete(verification).where(isOpen(identifier)).returning({ id: verification.id })
  return taken.length > 0 ? begun : undefined
}
