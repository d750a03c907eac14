import { createMiddleware } from 'next-safe-action'

import { enforceLimit, type PolicyByUser } from '../chain/count-call'

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
    if (age < days * DAY_MS) await enforceLimit(policy, { ctx, clientInput })
    return next()
  })
}
