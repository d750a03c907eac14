import 'server-only'
import { and, eq, type SQL } from 'drizzle-orm'
import { holdPassword } from '@kit/db/accounts/lock-account'
import { database } from '@kit/db/connection/client'
import { verifyPassword } from '@kit/db/sign-in/password-hash'
import { account, session, user } from '@kit/db/schema'
import { takeSecondFactor } from '../two-factor/second-factor'
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

interface SignedIn {
  user: { id: string; email: string }
  session: { id: string }
}

export interface Proof {
  password: string
  /** Needed with two-factor authentication: a code from the app or a backup code. */
  code?: string | undefined
}

/**
 * Checks the password again, and the code of a user who has two-factor authentication, and marks the session as fresh.
 *
 * Locks the account, as a password change does. So either the change comes later and ends the session, or it came first
 * and the hash no longer matches.
 * @throws CredentialsError WRONG_PASSWORD; WRONG_CODE, only with the right password
 */
export async function confirmPassword(current: SignedIn, { password, code }: Proof): Promise<void> {
  const hash = await passwordHashOf(eq(user.id, current.user.id))
  if (!hash || !(await verifyPassword({ hash, password }))) throw new CredentialsError('WRONG_PASSWORD')
  await database().transaction(async (transaction) => {
    if (!(await holdPassword(transaction, current.user.id, hash)))
      throw new CredentialsError('WRONG_PASSWORD')
    await takeSecondFactor(transaction, { user: current.user, code })
    const marked = await transaction
      .update(session)
      .set({ confirmedAt: new Date() })
      .where(eq(session.id, current.session.id))
      .returning({ id: session.id })
    if (marked.length === 0) throw new CredentialsError('WRONG_PASSWORD')
  })
}
