import { createMiddleware } from 'next-safe-action'

import { countCall, type PolicyByUser } from '../chain/count-call'
import { ActionError } from '../errors/action-error'

const DAY_MS = 24 * 60 * 60 * 1000

interface SignedIn {
  requestId: string
  ip: string
  user: { id: string; createdAt: Date }
}

/**
 * Refuses calls over a named limit while the user's account is younger than `days`: mail and the like attract people who
 * sign up only to abuse them.
 * @throws ActionError RATE_LIMITED with the wait; UNAVAILABLE when the store fails and the policy is sensitive
 */
export function withNewAccountLimit(policy: PolicyByUser, { days }: { days: number }) {
  return createMiddleware<{ ctx: SignedIn }>().define(async ({ ctx, clientInput, next }) => {
    const age = Date.now() - ctx.user.createdAt.getTime()
    if (age >= days * DAY_MS) return next()
    const { allowed, counted, retryAfterSeconds } = await countCall(policy, { ctx, clientInput })
    if (allowed) return next()
    if (!counted) throw new ActionError('UNAVAILABLE', { retryAfterSeconds })
    const message = `Accounts younger than ${days} days can do this only a few times a day.`
    throw new ActionError('RATE_LIMITED', { message, retryAfterSeconds })
  })
}
