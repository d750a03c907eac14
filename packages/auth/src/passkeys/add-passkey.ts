import 'server-only'
import { ConflictError } from '@kit/db/connection/conflict-error'
import { lockUser } from '@kit/db/accounts/mailed-links'
import { attribute } from '@kit/db/activity/attribute'
import { database } from '@kit/db/connection/client'
import { countPasskeys, holdSession, insertPasskey, listCredentialIds } from '@kit/db/passkeys/own'
import { takeAnswer } from '@kit/db/passkeys/challenges'
import { passkeyBounds } from '@kit/db/passkeys/values'
import { reportLink } from '../browsers/report-link'
import { queuePasskeyAdded } from '../library/mail'
import { CredentialsError } from '../session/credentials-error'
import type { Session } from '../session/session'
import { newChallenge } from './challenge'
import { type Attestation, checkAttestation } from './check-attestation'
import { creationOptionsDto } from './options'

type Current = Pick<Session, 'user' | 'session'>

/** Returns a challenge with which this session can create a passkey. */
export async function startAddingPasskey({ user, session }: Current) {
  const challenge = newChallenge({ use: 'add', holder: session.id })
  return creationOptionsDto(challenge, user, await listCredentialIds(user.id))
}

/**
 * Adds a passkey and reports it by mail.
 * @throws CredentialsError WRONG_PASSKEY, including when the session has ended or the passkey is known; ConflictError
 * TOO_MANY_PASSKEYS
 */
export async function addPasskey(
  { user, session, requestId }: Current & { requestId: string },
  { name, attestation }: { name: string; attestation: Attestation },
): Promise<void> {
  const { challenge, ...made } = await checkAttestation(attestation, { use: 'add', holder: session.id })
  const userId = user.id
  await database().transaction(async (transaction) => {
    await attribute(transaction, { userId, action: 'passkeys.add', requestId })
    await lockUser(transaction, userId)
    // Otherwise, someone just signed out by a new password could still add a passkey.
    const isOpen = await holdSession(transaction, { userId, sessionId: session.id })
    if (!isOpen || !(await takeAnswer(transaction, challenge))) throw new CredentialsError('WRONG_PASSKEY')
    const { most } = passkeyBounds
    if ((await countPasskeys(transaction, userId)) >= most)
      throw new ConflictError('TOO_MANY_PASSKEYS', { most })
    if (!(await insertPasskey(transaction, { userId, name, ...made })))
      throw new CredentialsError('WRONG_PASSKEY')
    await queuePasskeyAdded(transaction, user.email, { name, token: await reportLink(transaction, user) })
  })
}
