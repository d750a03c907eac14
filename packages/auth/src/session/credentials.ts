import 'server-only'
import { verifyJWT } from 'better-auth/crypto'
import { eq } from 'drizzle-orm'
import { headers } from 'next/headers'
import { database } from '@kit/db/connection/client'
import { verifyPassword } from '@kit/db/accounts/password-hash'
import { session, user } from '@kit/db/schema'
import { env } from '@kit/env'
import { auth } from '../library/auth'
import { CredentialsError, refusalCode, translated } from './credentials-error'
import { withConstantTime } from './with-constant-time'
import { passwordHashOf, markReauthenticated } from './reauthentication'
import { getSession } from './session'

/**
 * Makes an account and mails the link that confirms it. For an address that has one, the answer, the work and the time
 * are the same, and its owner gets a mail that says so.
 * @throws CredentialsError PASSWORD_NOT_ALLOWED
 */
export async function signUp(input: { name: string; email: string; password: string }): Promise<void> {
  const { name, email, password } = input
  const attempt = async () =>
    auth().api.signUpEmail({ body: { name, email, password }, headers: await headers() })
  await withConstantTime(() =>
    translated(() =>
      attempt().catch((error: unknown) => {
        // Of two requests at once the second meets the first one's row, and an error here would tell that there was
        // none before. Asked again, it finds the row and answers as for any known address.
        if (refusalCode(error) === 'FAILED_TO_CREATE_USER') return attempt()
        throw error
      }),
    ),
  )
}

/** @throws CredentialsError INVALID_CREDENTIALS; and, after the right password only, ACCOUNT_BANNED */
export async function signIn(input: { email: string; password: string }): Promise<void> {
  const { email, password } = input
  const hash = await passwordHashOf(eq(user.email, email.toLowerCase()))
  try {
    const { token } = await translated(async () =>
      auth().api.signInEmail({ body: { email, password }, headers: await headers() }),
    )
    if (await markReauthenticated(eq(session.token, token), hash)) return
  } catch (error) {
    // No account has such a password, so it is wrong like any other.
    const outOfBounds = error instanceof CredentialsError && error.code === 'PASSWORD_NOT_ALLOWED'
    throw outOfBounds ? new CredentialsError('INVALID_CREDENTIALS') : error
  }
  // The password was changed while it was being checked. Whoever was quick with the old one is not to stay.
  await signOut()
  throw new CredentialsError('INVALID_CREDENTIALS')
}

/** Ends the session on the server and takes its cookie back. Does nothing for who is not signed in. */
export async function signOut(): Promise<void> {
  const current = await getSession()
  // The library logs a failure to delete the row and calls it a success; the session would live on behind it.
  if (current) await database().delete(session).where(eq(session.id, current.session.id))
  await auth().api.signOut({ headers: await headers() })
}

/** Mails a reset link to the owner of the address, if there is one. The answer and its time do not depend on it. */
export async function requestPasswordReset(email: string): Promise<void> {
  await withConstantTime(async () => {
    await auth().api.requestPasswordReset({ body: { email }, headers: await headers() })
  })
}

/**
 * Sets another password and ends every session and reset link of the account. The link came by mail, so it confirms the
 * address too.
 * @throws CredentialsError INVALID_TOKEN, PASSWORD_NOT_ALLOWED
 */
export async function resetPassword(input: { token: string; password: string }): Promise<void> {
  // Anything else was not made by us, and Postgres would stumble over some of it.
  if (!/^[A-Za-z0-9]{24}$/.test(input.token)) throw new CredentialsError('INVALID_TOKEN')
  const body = { token: input.token, newPassword: input.password }
  await translated(async () => auth().api.resetPassword({ body, headers: await headers() }))
}

/**
 * Confirms the address that the link was mailed to. Whoever is signed in stays so, and nobody else becomes it.
 *
 * The link proves the mailbox and the password proves who signed up: without it, a stranger could sign up with somebody
 * else's address, and one click of its owner would arm a password that the stranger chose.
 * @throws CredentialsError INVALID_TOKEN; WRONG_PASSWORD, told to who holds a genuine link only
 */
export async function verifyEmail({ token, password }: { token: string; password: string }): Promise<void> {
  const hash = await passwordHashOf(eq(user.email, await addressIn(token)))
  if (!hash) throw new CredentialsError('INVALID_TOKEN')
  if (!(await verifyPassword({ hash, password }))) throw new CredentialsError('WRONG_PASSWORD')
  await translated(async () => auth().api.verifyEmail({ query: { token }, headers: await headers() }))
}

/** The address that a link of ours speaks of; the signature is checked before anything is looked up. */
async function addressIn(token: string): Promise<string> {
  const { email } = (await verifyJWT<{ email?: unknown }>(token, env().BETTER_AUTH_SECRET)) ?? {}
  if (typeof email !== 'string') throw new CredentialsError('INVALID_TOKEN')
  return email
}

/** @throws CredentialsError UNAUTHORIZED */
export async function updateName(name: string): Promise<void> {
  await translated(async () => auth().api.updateUser({ body: { name }, headers: await headers() }))
}
