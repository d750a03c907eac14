import { and, eq, isNotNull, sql } from 'drizzle-orm'
import { ConflictError } from '../connection/conflict-error'
import { decide } from '../people/decide'
import type { Decision } from '../people/decide'
import type { Notify } from '../people/suspend'
import { twoFactor } from '../two-factor/table'
import { readReset } from './pending'
import { assertNotRecent } from './recent-super-admin'
import { twoFactorReset } from './table'
import { RESET_REQUEST_HOURS } from './values'

/**
 * Requests a reset of a person's two-factor authentication. Nothing else changes until another super-admin confirms it.
 * @returns false when there is no such person
 * @throws ConflictError SUSPENDED, TWO_FACTOR_OFF, RECENT_SUPER_ADMIN, ALREADY_DONE when a request is pending, and those of
 * `decide`
 */
export async function requestReset(decision: Decision, notify: Notify): Promise<boolean> {
  return decide(decision, async (transaction, person) => {
    if (person.isBanned) throw new ConflictError('SUSPENDED')
    const [enabled] = await transaction
      .select({ userId: twoFactor.userId })
      .from(twoFactor)
      .where(and(eq(twoFactor.userId, person.id), isNotNull(twoFactor.enabledAt)))
    if (!enabled) throw new ConflictError('TWO_FACTOR_OFF')
    await assertNotRecent(transaction, decision.adminId)
    const earlier = await readReset(person.id, transaction)
    if (earlier && !earlier.isOver && !earlier.isVoid) throw new ConflictError('ALREADY_DONE')
    await transaction.delete(twoFactorReset).where(eq(twoFactorReset.userId, person.id))
    await transaction.insert(twoFactorReset).values({
      userId: person.id,
      requestedBy: decision.adminId,
      reason: decision.reason,
      expiresAt: sql`now() + make_interval(hours => ${RESET_REQUEST_HOURS})`,
    })
    await notify(transaction, person.email)
    return { two_factor_reset: { new: 'requested' } }
  })
}

/**
 * Withdraws a request. Any super-admin can, so that they can stop one they don't trust.
 * @returns false when there is no such person
 * @throws ConflictError NO_RESET_REQUEST, and those of `decide`
 */
export async function withdrawReset(decision: Decision, notify: Notify): Promise<boolean> {
  return decide(decision, async (transaction, person) => {
    const request = await readReset(person.id, transaction)
    if (!request) throw new ConflictError('NO_RESET_REQUEST')
    await transaction.delete(twoFactorReset).where(eq(twoFactorReset.userId, person.id))
    await notify(transaction, person.email)
    return {
      two_factor_reset: { old: 'requested', new: 'withdrawn' },
      requested_by: { new: request.requestedBy.name },
    }
  })
}
