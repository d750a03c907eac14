import 'server-only'
import { createEmailVerificationToken } from 'better-auth/api'
import { headers } from 'next/headers'
import { readSignUpBrowser, takeSignUpBrowser } from '@kit/db/sign-in/sign-up-browsers'
import { database } from '@kit/db/connection/client'
import { env } from '@kit/env'
import { noteSignIn } from '../browsers/note-sign-in'
import { auth } from '../library/auth'
import { LINK_LIFETIME } from '../library/link-lifetime'
import { queueVerification } from '../library/mail'
import { inOneTransaction, joiningDatabase } from '../library/mailing-unit'
import { CredentialsError, translated } from '../session/credentials-error'
import { withConstantTime } from '../session/with-constant-time'
import { emailOfVerifyLink } from '../accounts/email-of-link'
import { readVerifyLink } from './verify-link'
import { begunInBrowser, forgetBegun } from './sign-up-cookie'

/** Whether this browser made the account that the link verifies. */
export async function isSignUpOfBrowser(token: string): Promise<boolean> {
  const [email, begun] = await Promise.all([emailOfVerifyLink(token), begunInBrowser()])
  return begun && email ? (await readSignUpBrowser(begun.identifier))?.email === email : false
}

/**
 * Verifies the email and signs in, in the browser that made the account: the link proves the mailbox, and the cookie proves
 * that the account's password was typed here. Works once.
 * @throws CredentialsError INVALID_TOKEN; ACCOUNT_BANNED
 */
export async function finishSignUp(token: string): Promise<void> {
  const [link, begun] = await Promise.all([readVerifyLink(token), begunInBrowser()])
  if (!link || !begun) throw new CredentialsError('INVALID_TOKEN')
  const userId = await translated(() =>
    inOneTransaction(async () => {
      const account = await takeSignUpBrowser(joiningDatabase(), begun.identifier)
      if (account?.email !== link.email) throw new CredentialsError('INVALID_TOKEN')
      await auth().api.verifyEmail({ query: { token: link.token }, headers: await headers() })
      return account.userId
    }),
  )
  await translated(async () => auth().api.startSession({ body: { userId }, headers: await headers() }))
  await noteSignIn({ id: userId, email: link.email }, { isFirst: true })
  await forgetBegun()
}

/** Mails the link again, if this browser made an account whose email is not verified. The answer doesn't depend on it. */
export async function resendVerification(): Promise<void> {
  await withConstantTime(async () => {
    const begun = await begunInBrowser()
    const account = begun && (await readSignUpBrowser(begun.identifier))
    if (!account) return
    const { userId, email } = account
    const secret = env().BETTER_AUTH_SECRET
    const token = await createEmailVerificationToken(secret, email, undefined, LINK_LIFETIME, { userId })
    await database().transaction((transaction) => queueVerification(transaction, email, token))
  })
}
