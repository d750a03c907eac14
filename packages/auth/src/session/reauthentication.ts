import 'server-only'
import { and, eq, exists, type SQL } from 'drizzle-orm'
import { database } from '@kit/db/connection/client'
import { verifyPassword } from '@kit/db/accounts/password-hash'
import { account, session, user } from '@kit/db/schema'
import { CredentialsError } from './credentials-error'

/** Returns the hash of the user's password, or undefined when the user has none. */
export async function passwordHashOf(which: SQL): Promise<string | undefined> {
  const [found] = await database()
    .select({ password: account.password })
    .from(account)
    .innerJoin(user, eq(user.id, account.userId))
    .where(and(which, eq(account.providerId, 'credential')))
  return found?.password ?? undefined
}

/**
 * Records that the session's user has just entered the password with this hash.
 *
 * Locks the account, as a password change does. So either the change comes later and ends the session, or it came first
 * and the hash no longer matches.
 * @returns false when the password has changed or the session has ended
 */
export async function markReauthenticated(which: SQL, hash: string | undefined): Promise<boolean> {
  if (!hash) return false
  const unchanged = database()
    .select({ id: account.id })
    .from(account)
    .where(
      and(
        eq(account.userId, session.userId),
        eq(account.providerId, 'credential'),
        eq(account.password, hash),
      ),
    )
    .for('share')
  const marked = await database()
    .update(session)
    .set({ confirmedAt: new Date() })
    .where(and(which, exists(unchanged)))
    .returning({ id: session.id })
  return marked.length > 0
}

interface SignedIn {
  user: { id: string }
  session: { id: string }
}

/**
 * Checks the password again and marks the session as fresh.
 * @throws CredentialsError WRONG_PASSWORD
 */
export async function confirmPassword(current: SignedIn, password: string): Promise<void> {
  const hash = await passwordHashOf(eq(user.id, current.user.id))
  const right = hash !== undefined && (await verifyPassword({ hash, password }))
  if (!right || !(await markReauthenticated(eq(session.id, current.session.id), hash))) {
    throw new CredentialsError('WRONG_PASSWORD')
  }
}
