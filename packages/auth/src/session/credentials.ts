import 'server-only'
import { eq } from 'drizzle-orm'
import { headers } from 'next/headers'
import { recordAccountChange } from '@kit/db/accounts/account-changes'
import { lockUser } from '@kit/db/accounts/mailed-links'
import { keepSignUpBrowser } from '@kit/db/sign-in/sign-up-browsers'
import { database } from '@kit/db/connection/client'
import { holdPassword } from '@kit/db/accounts/lock-account'
import { verifyPassword } from '@kit/db/sign-in/password-hash'
import { maySignUp, readInstallation } from '@kit/db/installation/settings'
import { session, user } from '@kit/db/schema'
import { readSealedSecret } from '@kit/db/two-factor/codes'
import { auth } from '../library/auth'
import { queuePasswordChange } from '../library/mail'
import { inOneTransaction, joining, joiningDatabase, withItsMail } from '../library/mailing-unit'
import { untilSecondFactor } from '../library/second-factor'
import { forgetChallenge } from '../two-factor/challenge-cookie'
import { startChallenge } from '../two-factor/start-challenge'
import { CredentialsError, refusalCode, translated } from './credentials-error'
import { withConstantTime } from './with-constant-time'
import { noteSignIn } from '../browsers/note-sign-in'
import { beginInBrowser, SIGN_UP_LIFETIME } from '../sign-up/sign-up-cookie'
import { assertPasswordAllowed } from '../passwords/assert-password-allowed'
import { ownerOfResetLink } from '../accounts/email-of-link'
import { readVerifyLink } from '../sign-up/verify-link'
import { passwordHashOf } from './reauthentication'
import { findSession } from './find-session'

/**
 * Creates an account and mails the link that verifies its email. If the email has an account, its owner gets a mail that
 * says so; the answer, the work and the timing don't change.
 * @throws CredentialsError SIGN_UP_CLOSED, PASSWORD_NOT_ALLOWED, PASSWORD_GUESSABLE, PASSWORD_LEAKED
 */
export async function signUp(input: { name: string; email: string; password: string }): Promise<void> {
  const { name, email, password } = input
  // Before anything depends on whether the email is known.
  if (!maySignUp(await readInstallation(), email)) throw new CredentialsError('SIGN_UP_CLOSED')
  await assertPasswordAllowed(password, [name, email])
  const identifier = await beginInBrowser(email)
  const attempt = () =>
    inOneTransaction(async () => {
      const { user: made } = await auth().api.signUpEmail({
        body: { name, email, password },
        headers: await headers(),
      })
      // For a known email, no account has this ID.
      const kept = { identifier, userId: made.id, lifetime: SIGN_UP_LIFETIME }
      await keepSignUpBrowser(joiningDatabase(), kept)
    })
  await withConstantTime(() =>
    translated(() =>
      attempt().catch((error: unknown) => {
        // Of two parallel requests, the second hits the first one's row. Failing here would reveal that the email was new;
        // a second attempt finds the row and answers as for any known email.
        if (refusalCode(error) === 'FAILED_TO_CREATE_USER') return attempt()
        throw error
      }),
    ),
  )
}

/**
 * Opens a session, or asks for the code of a user who has two-factor authentication. The browser is remembered only
 * if a session opens, and a new one is reported by mail.
 * @param options.isFirst the account has just been made, so there is nothing to report
 * @throws CredentialsError INVALID_CREDENTIALS; ACCOUNT_BANNED, only after the right password
 */
export async function signIn(
  input: { email: string; password: string },
  { isFirst = false } = {},
): Promise<'signed-in' | 'code-pending'> {
  const { email, password } = input
  const hash = await passwordHashOf(eq(user.email, email.toLowerCase()))
  try {
    const attempt = await untilSecondFactor(() =>
      translated(async () => auth().api.signInEmail({ body: { email, password }, headers: await headers() })),
    )
    if ('pending' in attempt) {
      if (hash && (await startChallenge(attempt.pending, hash))) return 'code-pending'
    } else if (await markSignedIn(attempt.signedIn, hash)) {
      await noteOrEnd(attempt.signedIn.user, { isFirst })
      return 'signed-in'
    }
  } catch (error) {
    // No account has such a password, so it is wrong like any other.
    const outOfBounds = error instanceof CredentialsError && error.code === 'PASSWORD_NOT_ALLOWED'
    throw outOfBounds ? new CredentialsError('INVALID_CREDENTIALS') : error
  }
  // The password changed during the check, so a session made with the old one must not stay.
  await signOut()
  throw new CredentialsError('INVALID_CREDENTIALS')
}

/** False when the password has changed or two-factor authentication was turned on since the check. */
function markSignedIn(
  { token, user: { id: userId } }: { token: string; user: { id: string } },
  hash: string | undefined,
): Promise<boolean> {
  return database().transaction(async (transaction) => {
    if (!hash || !(await holdPassword(transaction, userId, hash))) return false
    if ((await readSealedSecret(transaction, userId)) !== undefined) return false
    const marked = await transaction
      .update(session)
      .set({ confirmedAt: new Date() })
      .where(eq(session.token, token))
      .returning({ id: session.id })
    return marked.length > 0
  })
}

/** A sign-in that could not be reported must not stay. */
export async function noteOrEnd(...sign: Parameters<typeof noteSignIn>): Promise<void> {
  try {
    await noteSignIn(...sign)
  } catch (error) {
    await signOut()
    throw error
  }
}

/** Ends the session in the database and clears its cookie. Does nothing when signed out. */
export async function signOut(): Promise<void> {
  const current = await findSession()
  // Better Auth logs a failed delete and still reports success, which would leave the session alive.
  if (current) await database().delete(session).where(eq(session.id, current.session.id))
  await forgetChallenge()
  await auth().api.signOut({ headers: await headers() })
}

/** Mails a reset link if the email has an account. The answer and its timing don't depend on it. */
export async function requestPasswordReset(email: string): Promise<void> {
  await withConstantTime(async () => {
    await withItsMail(async () =>
      auth().api.requestPasswordReset({ body: { email }, headers: await headers() }),
    )
  })
}

/**
 * Sets a new password, ends every session and mailed link of the account, and reports it by mail. Also verifies the email,
 * because the link was sent there.
 * @throws CredentialsError INVALID_TOKEN, PASSWORD_NOT_ALLOWED, PASSWORD_GUESSABLE, PASSWORD_LEAKED
 */
export async function resetPassword(
  { token, password }: { token: string; password: string },
  requestId: string,
): Promise<void> {
  const owner = await ownerOfResetLink(token)
  if (!owner) throw new CredentialsError('INVALID_TOKEN')
  await assertPasswordAllowed(password, [])
  const body = { token, newPassword: password }
  await database().transaction(async (transaction) => {
    await lockUser(transaction, owner.id)
    // It looks for the link again. Whatever revoked it has held the lock.
    await translated(() =>
      joining(transaction, async () => auth().api.resetPassword({ body, headers: await headers() })),
    )
    const change = { userId: owner.id, action: 'auth.resetPassword', requestId }
    await recordAccountChange(transaction, change, { password: {} })
    await queuePasswordChange(transaction, owner.email, 'reset')
  })
}

/**
 * Verifies the email the link was sent to. Doesn't sign anyone in or out.
 *
 * The link proves the mailbox and the password proves who signed up. Without the password, a stranger could sign up with
 * someone else's email, and the owner's click would activate the stranger's password.
 * @throws CredentialsError INVALID_TOKEN; WRONG_PASSWORD, only with a valid link
 */
export async function verifyEmail({ token, password }: { token: string; password: string }): Promise<void> {
  const link = await readVerifyLink(token)
  if (!link) throw new CredentialsError('INVALID_TOKEN')
  const hash = await passwordHashOf(eq(user.email, link.email))
  if (!hash) throw new CredentialsError('INVALID_TOKEN')
  if (!(await verifyPassword({ hash, password }))) throw new CredentialsError('WRONG_PASSWORD')
  await translated(async () =>
    auth().api.verifyEmail({ query: { token: link.token }, headers: await headers() }),
  )
}
