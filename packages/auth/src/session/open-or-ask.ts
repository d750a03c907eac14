import 'server-only'
import { hasPassword } from '@kit/db/sign-in/linked-accounts'
import type { Transaction } from '@kit/db/connection/client'
import { keepChallenge } from '@kit/db/two-factor/challenges'
import { readSealedSecret } from '@kit/db/two-factor/codes'
import { giveChallenge } from '../two-factor/challenge-cookie'
import { openSession } from './open-session'

/**
 * Opens a session for a user who proved who they are without a password, or asks for a code if they have two-factor
 * authentication. Lock the user first, so it can't be turned on in the meantime.
 *
 * The session is not fresh if the user has a password, because a provider may still know the browser from an earlier sign-in.
 * @throws CredentialsError ACCOUNT_BANNED
 */
export async function openOrAsk(
  transaction: Transaction,
  userId: string,
): Promise<'signed-in' | 'code-pending'> {
  if ((await readSealedSecret(transaction, userId)) === undefined) {
    await openSession(transaction, userId, { isFresh: !(await hasPassword(transaction, userId)) })
    return 'signed-in'
  }
  await keepChallenge(transaction, { tokenHash: await giveChallenge(), userId })
  return 'code-pending'
}
