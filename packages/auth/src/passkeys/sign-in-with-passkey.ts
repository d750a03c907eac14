import 'server-only'
import { database } from '@kit/db/connection/client'
import { CredentialsError } from '../session/credentials-error'
import { noteOrEnd } from '../session/credentials'
import { openSession } from '../session/open-session'
import { forgetChallenge } from '../two-factor/challenge-cookie'
import { newChallenge } from './challenge'
import { type Assertion, checkAssertion, takeAssertion } from './check-assertion'
import { requestOptionsDto } from './options'
import { giveSignInBrowser, signInBrowser } from './sign-in-browser'

/** Returns a challenge for this browser. It names no account, so the authenticator offers every passkey it has for this app. */
export async function startPasskeySignIn() {
  return requestOptionsDto(newChallenge({ use: 'sign-in', holder: await giveSignInBrowser() }), [])
}

/**
 * Opens a fresh session and records the sign-in. The passkey proves possession and, because its user was verified, a second
 * factor: two-factor authentication asks for no code.
 * @throws CredentialsError WRONG_PASSKEY; ACCOUNT_BANNED, only with a valid passkey
 */
export async function signInWithPasskey(assertion: Assertion): Promise<void> {
  const holder = await signInBrowser()
  if (holder === undefined || !assertion.userHandle) throw new CredentialsError('WRONG_PASSKEY')
  const checked = await checkAssertion(assertion, { use: 'sign-in', holder })
  const { user } = checked.passkey
  if (!user.emailVerified) throw new CredentialsError('WRONG_PASSKEY')
  await database().transaction(async (transaction) => {
    await takeAssertion(transaction, checked)
    await openSession(transaction, user.id)
  })
  await forgetChallenge()
  await noteOrEnd(user)
}
