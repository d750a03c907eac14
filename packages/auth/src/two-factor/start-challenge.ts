import 'server-only'
import { holdPassword } from '@kit/db/accounts/lock-account'
import { database } from '@kit/db/connection/client'
import { keepChallenge } from '@kit/db/two-factor/challenges'
import { giveChallenge } from './challenge-cookie'

/**
 * Begins a sign-in that waits for its code. Grants no access: its cookie only allows entering the code.
 * @returns false when the password has changed since it was checked
 */
export async function startChallenge(userId: string, passwordHash: string): Promise<boolean> {
  const tokenHash = await giveChallenge()
  return database().transaction(async (transaction) => {
    if (!(await holdPassword(transaction, userId, passwordHash))) return false
    await keepChallenge(transaction, { tokenHash, userId })
    return true
  })
}
