import { lockAccount } from '../accounts/lock-account'
import { ConflictError } from '../connection/conflict-error'
import { decide } from '../people/decide'
import type { Decision } from '../people/decide'
import { endEverySession } from '../people/suspend'
import type { Notify } from '../people/suspend'
import { removeTwoFactor } from '../two-factor/set-up'
import { readReset } from './pending'
import { assertNotRecent } from './recent-super-admin'

/**
 * Confirms another super-admin's request: turns a person's two-factor authentication off and ends their sessions.
 * @returns false when there is no such person
 * @throws ConflictError SUSPENDED, NO_RESET_REQUEST, OWN_REQUEST, RECENT_SUPER_ADMIN, and those of `decide`
 */
export async function confirmReset(decision: Decision, notify: Notify): Promise<boolean> {
  return decide(decision, async (transaction, person) => {
    if (person.isBanned) throw new ConflictError('SUSPENDED')
    const request = await readReset(person.id, transaction)
    if (!request || request.isOver || request.isVoid) throw new ConflictError('NO_RESET_REQUEST')
    const { id: requesterId, name } = request.requestedBy
    if (requesterId === decision.adminId) throw new ConflictError('OWN_REQUEST')
    await assertNotRecent(transaction, decision.adminId)
    await lockAccount(transaction, person.id)
    // The request is deleted with it.
    await removeTwoFactor(transaction, person.id)
    const ended = await endEverySession(transaction, person.id)
    await notify(transaction, person.email)
    return {
      two_factor_reset: { old: 'requested', new: 'confirmed' },
      requested_by: { new: name },
      sessions: { old: ended, new: 0 },
    }
  })
}
