import 'server-only'
import { and, eq, exists, type SQL } from 'drizzle-orm'
import { database } from '@kit/db/connection/client'
import { verifyPassword } from '@kit/db/accounts/password-hash'
import { account, session, user } from '@kit/db/schema'
import { CredentialsError } from './credentials-error'
import { getSession } from './session'

/** The hash of the password that this user signs in with, if there is one. */
export async function passwordHashOf(which: SQL): Promise<string | undefined> {
  const [found] = await database()
    .select({ password: account.password })
    .from(account)
    .innerJoin(user, eq(user.id, account.userId))
    .where(and(which, eq(account.providerId, 'credential')))
  return found?.password ?? undefined
}

/**
 * Notes that the password of this hash was given in the session just now.
 *
 * It locks the account, which a change of the password locks as well: either that change comes later and ends the
 * session, or it came first and the hash is not the account's any more.
 * @returns false when the account has another password by now, or the session is over
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
  const proved = await database()
    .update(session)
    .set({ provedAt: new Date() })
    .where(and(which, exists(unchanged)))
    .returning({ id: session.id })
  return proved.length > 0
}

/**
 * Takes the password again from who is signed in, for what asks that it was given lately.
 * @throws CredentialsError WRONG_PASSWORD, UNAUTHORIZED
 */
export async function confirmPassword(password: string): Promise<void> {
  const current = await getSession()
  if (!current) throw new CredentialsError('UNAUTHORIZED')
  const hash = await passwordHashOf(eq(user.id, current.user.id))
  const right = hash !== undefined && (await verifyPassword({ hash, password }))
  if (!right || !(await markReauthenticated(eq(session.id, current.session.id), hash))) {
    throw new CredentialsError('WRONG_PASSWORD')
  }
}
