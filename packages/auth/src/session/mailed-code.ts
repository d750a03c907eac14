import 'server-only'
import { hasPassword } from '@kit/db/sign-in/linked-accounts'
import { lockUser } from '@kit/db/accounts/mailed-links'
import { keepMailedCode, takeMailedCode } from '@kit/db/sign-in/mailed-codes'
import { confirmSession } from '@kit/db/sign-in/sessions'
import { database } from '@kit/db/connection/client'
import { ConflictError } from '@kit/db/connection/conflict-error'
import { keyedHash } from '@kit/db/text/sealed-text'
import { queueConfirmationCode } from '../library/mail'
import { MAILED_CODE_MINUTES } from '../library/link-lifetime'
import { newCode } from '../two-factor/backup-codes'
import { takeSecondFactor } from '../two-factor/second-factor'
import { CredentialsError } from './credentials-error'
import type { Session } from './session'

type Current = Pick<Session, 'user' | 'session'>

/** Keyed, because a plain hash of a 50-bit code could be brute-forced. */
const hashOf = ({ session }: Current, code: string) =>
  keyedHash({ purpose: 'mailed code', id: session.id }, code.toLowerCase().replaceAll(/[\s-]/g, ''))

/**
 * Mails a user who has no password a code for this session, and ends an earlier one.
 * @throws ConflictError HAS_PASSWORD
 */
export async function mailCode(current: Current): Promise<void> {
  const { user, session } = current
  const code = newCode()
  await database().transaction(async (transaction) => {
    await lockUser(transaction, user.id)
    // Someone at an unattended browser can often read the mailbox too, and must not get past the password that way.
    if (await hasPassword(transaction, user.id)) throw new ConflictError('HAS_PASSWORD')
    await keepMailedCode(transaction, {
      sessionId: session.id,
      identifier: hashOf(current, code),
      lifetime: MAILED_CODE_MINUTES * 60,
    })
    await queueConfirmationCode(transaction, user.email, code)
  })
}

/**
 * Makes the session fresh with the mailed code, and the code of a user who has two-factor authentication. Works once.
 * @throws ConflictError HAS_PASSWORD; CredentialsError WRONG_MAILED_CODE; WRONG_CODE, only when the mailed code is right
 */
export async function confirmWithMailedCode(
  current: Current,
  { mailedCode, code }: { mailedCode: string; code?: string | undefined },
): Promise<void> {
  const { user, session } = current
  await database().transaction(async (transaction) => {
    await lockUser(transaction, user.id)
    if (await hasPassword(transaction, user.id)) throw new ConflictError('HAS_PASSWORD')
    const identifier = hashOf(current, mailedCode)
    if (!(await takeMailedCode(transaction, { sessionId: session.id, identifier })))
      throw new CredentialsError('WRONG_MAILED_CODE')
    await takeSecondFactor(transaction, { user, code })
    if (!(await confirmSession(transaction, session.id))) throw new CredentialsError('UNAUTHORIZED')
  })
}
