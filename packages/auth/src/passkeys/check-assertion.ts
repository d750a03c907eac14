import 'server-only'
import { verifyAuthenticationResponse } from '@simplewebauthn/server'
import { readPasskey, type StoredPasskey, takeUse } from '@kit/db/passkeys/uses'
import { takeAnswer } from '@kit/db/passkeys/challenges'
import type { Transaction } from '@kit/db/connection/client'
import { CredentialsError } from '../session/credentials-error'
import { type Challenge, type Purpose, readChallenge } from './challenge'
import { isFramed } from './client-data'
import { relyingParty, userHandleOf } from './relying-party'

/** An authenticator's answer to a challenge, in base64url. */
export interface Assertion {
  credentialId: string
  clientData: string
  authenticatorData: string
  signature: string
  userHandle?: string | undefined
}

/** A correct answer that has not been used yet. */
export interface CheckedAssertion {
  passkey: StoredPasskey
  counter: number
  challenge: Challenge
}

/**
 * Checks everything that can be checked without writing: passkey, challenge, origin, signature, and that the authenticator
 * verified its user.
 * @throws CredentialsError WRONG_PASSKEY for every failure
 */
export async function checkAssertion(assertion: Assertion, purpose: Purpose): Promise<CheckedAssertion> {
  const passkey = await readPasskey(assertion.credentialId)
  const checked = passkey && (await verified(assertion, passkey, purpose))
  if (!checked) throw new CredentialsError('WRONG_PASSKEY')
  return checked
}

/**
 * Uses up the answer, in the same transaction as the change that it authorizes.
 * @throws CredentialsError WRONG_PASSKEY when the challenge or counter was already used, or the passkey was removed
 */
export async function takeAssertion(
  transaction: Transaction,
  { passkey, counter, challenge }: CheckedAssertion,
): Promise<void> {
  const isFirst = await takeAnswer(transaction, challenge)
  const { id, user } = passkey
  if (!isFirst || !(await takeUse(transaction, { id, userId: user.id, counter })))
    throw new CredentialsError('WRONG_PASSKEY')
}

async function verified(
  { credentialId, clientData, authenticatorData, signature, userHandle }: Assertion,
  passkey: StoredPasskey,
  purpose: Purpose,
): Promise<CheckedAssertion | undefined> {
  const { id: expectedRPID, origin: expectedOrigin } = relyingParty()
  let challenge: Challenge | undefined
  try {
    if (isFramed(clientData) || (userHandle && userHandle !== userHandleOf(passkey.user.id))) return undefined
    const { verified: isRight, authenticationInfo } = await verifyAuthenticationResponse({
      response: {
        id: credentialId,
        rawId: credentialId,
        type: 'public-key',
        response: { clientDataJSON: clientData, authenticatorData, signature },
        clientExtensionResults: {},
      },
      expectedChallenge: (text) => (challenge = readChallenge(purpose, text)) !== undefined,
      expectedOrigin,
      expectedRPID,
      credential: {
        id: passkey.credentialId,
        publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')),
        counter: passkey.counter,
      },
      requireUserVerification: true,
    })
    return isRight && challenge ? { passkey, counter: authenticationInfo.newCounter, challenge } : undefined
  } catch {
    // The library throws for every failed check and for any malformed data.
    return undefined
  }
}
