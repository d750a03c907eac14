import 'server-only'
import { eq } from 'drizzle-orm'
import { database } from '@kit/db/connection/client'
import { listCredentialIds } from '@kit/db/passkeys/own'
import { session } from '@kit/db/schema'
import { CredentialsError } from '../session/credentials-error'
import type { Session } from '../session/session'
import { newChallenge } from './challenge'
import { type Assertion, checkAssertion, takeAssertion } from './check-assertion'
import { requestOptionsDto } from './options'

type Current = Pick<Session, 'user' | 'session'>

/** Returns a challenge for this session and the passkeys that can answer it. */
export async function startPasskeyConfirmation({ user, session: own }: Current) {
  const challenge = newChallenge({ use: 'confirm', holder: own.id })
  return requestOptionsDto(challenge, await listCredentialIds(user.id))
}

/**
 * Marks the session as fresh, like entering the password and code.
 * @throws CredentialsError WRONG_PASSKEY, including for someone else's passkey
 */
export async function confirmWithPasskey(current: Current, assertion: Assertion): Promise<void> {
  const holder = current.session.id
  const checked = await checkAssertion(assertion, { use: 'confirm', holder })
  if (checked.passkey.user.id !== current.user.id) throw new CredentialsError('WRONG_PASSKEY')
  await database().transaction(async (transaction) => {
    await takeAssertion(transaction, checked)
    const marked = await transaction
      .update(session)
      .set({ confirmedAt: new Date() })
      .where(eq(session.id, holder))
      .returning({ id: session.id })
    // The session may have ended in the meantime, for example because of a new password.
    if (marked.length === 0) throw new CredentialsError('WRONG_PASSKEY')
  })
}
