import 'server-only'
import { sendPasswordReset as send } from '@kit/db/people/access'
import type { Decision } from '@kit/db/people/decide'
import { queuePasswordReset } from '../library/mail'
import { keepResetLink } from '../passwords/keep-reset-link'

/**
 * Mails a person a link that sets a new password. The super-admin never sees it.
 * @returns false when there is no such person
 * @throws ConflictError SUSPENDED, and those of `decide`
 */
export async function sendPasswordReset(decision: Decision): Promise<boolean> {
  return send(decision, async (transaction, email) => {
    const token = await keepResetLink(transaction, decision.userId)
    await queuePasswordReset(transaction, email, token)
  })
}
